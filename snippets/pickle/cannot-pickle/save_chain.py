import pickle
from pathlib import Path

from chain import Chain

chain = Chain(range(100_000))
Path("chain.pickle").write_bytes(pickle.dumps(chain))
