import pickle
from dataclasses import dataclass
from pathlib import Path


@dataclass
class User:
    name: str


print(pickle.loads(Path("user.pickle").read_bytes()))
