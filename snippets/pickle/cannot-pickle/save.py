import pickle
from contextlib import closing
from pathlib import Path

from notes import Notes

Path("notes.db").unlink(missing_ok=True)
with closing(Notes("notes.db")) as notes:
    notes.add("buy tea")
    data = pickle.dumps(notes)

Path("notes.pickle").write_bytes(data)
