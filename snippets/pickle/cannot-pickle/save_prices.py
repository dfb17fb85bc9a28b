import pickle
from pathlib import Path
from types import MappingProxyType

from frozen import teach_pickle

prices = {"drinks": MappingProxyType({"tea": 3})}
try:
    pickle.dumps(prices)
except TypeError as error:
    print(error)

teach_pickle()
Path("prices.pickle").write_bytes(pickle.dumps(prices))
