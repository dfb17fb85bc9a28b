import pickle
from pathlib import Path

data = Path("python2.pickle").read_bytes()
visit = pickle.loads(data, encoding="latin1")
print(visit["name"], visit["seen"])

visit["name"] = visit["name"].encode("latin1").decode("utf-8")
Path("python3.pickle").write_bytes(pickle.dumps(visit))
