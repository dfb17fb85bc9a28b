import pickle
from contextlib import closing
from pathlib import Path

data = Path("notes.pickle").read_bytes()
with closing(pickle.loads(data)) as notes:
    print(notes.path, notes.texts())
    notes.add("call Ann")
    print(notes.texts())
