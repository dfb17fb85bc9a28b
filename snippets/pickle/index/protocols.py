import pickle

user = {"name": "Alice", "age": 30, "email": "alice@example.com"}

print("highest:", pickle.HIGHEST_PROTOCOL)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    data = pickle.dumps(user, protocol=protocol)
    print(protocol, "starts with", data[:2], "size", len(data))
