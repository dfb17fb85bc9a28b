import pickle
from pathlib import Path

path = Path("cart.pickle")
path.write_bytes(pickle.dumps({"tea": 2}))
print("saved:", pickle.loads(path.read_bytes()))

cart = {"tea": 2, "coffee": 1, "on_change": lambda: None}
try:
    with path.open("wb") as file:
        pickle.dump(cart, file)
except pickle.PicklingError:
    print("not saved")

print("bytes left:", path.stat().st_size)
