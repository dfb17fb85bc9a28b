import pickle
from pathlib import Path
from unittest import mock

import signed

key = (Path.home() / ".basket-key").read_bytes()
content = Path("alice.pickle").read_bytes()
folder = Path("flipped")
folder.mkdir(exist_ok=True)
path = folder / "alice.pickle"

refused = 0
with mock.patch.object(pickle, "loads") as loads:
    for bit in range(len(content) * 8):
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        path.write_bytes(damaged)
        try:
            signed.load(path, key)
        except ValueError:
            refused += 1

print("bits flipped:", len(content) * 8)
print("refused:", refused)
print("calls of pickle.loads:", loads.call_count)
