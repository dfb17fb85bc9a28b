import pickle
from pathlib import Path

path = Path("basket.pickle")
path.write_bytes(pickle.dumps({"tea": 2}))

basket = {"tea": 2, "coffee": 1, "on_change": lambda: None}
try:
    data = pickle.dumps(basket)
    path.write_bytes(data)
except pickle.PicklingError:
    print("not saved")

print("still there:", pickle.loads(path.read_bytes()))
