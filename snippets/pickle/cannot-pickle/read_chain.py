import pickle
from pathlib import Path

chain = pickle.loads(Path("chain.pickle").read_bytes())
print(sum(1 for _ in chain), "values, the last is", list(chain)[-1])
