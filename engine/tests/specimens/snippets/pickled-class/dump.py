import pickle
from dataclasses import dataclass
from pathlib import Path


@dataclass
class User:
    name: str


Path("user.pickle").write_bytes(pickle.dumps(User("Alice")))
