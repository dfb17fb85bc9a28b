import pickle
from array import array
from pathlib import Path

Path("lost.pickle").write_bytes(bytes(64))
Path("numbers.pickle").write_bytes(array("i", [0, 7, 42]).tobytes())

for path in Path("lost.pickle"), Path("numbers.pickle"):
    data = path.read_bytes()
    try:
        pickle.loads(data)
    except pickle.UnpicklingError as error:
        print(f"{path}: {type(error).__name__}: {error}")
    print(f"  {len(data)} bytes, {len(data) - data.count(0)} not zero")

numbers = array("i")
numbers.frombytes(Path("numbers.pickle").read_bytes())
print(numbers.tolist())
