import dbm
import importlib
import shelve
from pathlib import Path

for name in ("dbm.dumb", "dbm.sqlite3"):
    try:
        backend = importlib.import_module(name)
    except ImportError:
        print(name, "is not in this Python")
        continue
    folder = Path(name)
    folder.mkdir(exist_ok=True)
    path = str(folder / "scores")
    with shelve.Shelf(backend.open(path, "n")) as shelf:
        shelf["alice"] = [30, 12]
        print(name, "open:", *sorted(p.name for p in folder.iterdir()))
    print("closed:", *sorted(p.name for p in folder.iterdir()))
    print("whichdb says", dbm.whichdb(path))
