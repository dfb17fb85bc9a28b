import pickle

data = pickle.dumps({"name": "Alice"})
samples = {
    "empty": b"",
    "cut short": data[:-4],
    "JSON": b'{"name": "Alice"}',
    "from the future": b"\x80\x06" + data[2:],
}
for name, sample in samples.items():
    try:
        pickle.loads(sample)
    except (EOFError, ValueError, pickle.UnpicklingError) as error:
        print(f"{name}: {type(error).__name__}: {error}")
