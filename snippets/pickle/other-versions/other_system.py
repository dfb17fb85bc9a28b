import pickle
from pathlib import Path

import other_names

for name in ("PosixPath", "WindowsPath"):
    # What such a system writes for Path("notes.txt").
    data = f"cpathlib\n{name}\n(Vnotes.txt\ntR.".encode()
    Path("place.pickle").write_bytes(data)
    try:
        print(repr(pickle.loads(data)))
    except NotImplementedError as error:
        print(error)
        print(repr(other_names.load("place.pickle")))
