import pickle
import pickletools

user = {"name": "Alice", "age": 30}
data = pickle.dumps(user, protocol=4)
pickletools.dis(pickletools.optimize(data))
