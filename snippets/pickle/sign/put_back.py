from pathlib import Path

import signed

key = (Path.home() / ".basket-key").read_bytes()
path = Path("alice.pickle")
old = path.read_bytes()
signed.save(path, {"tea": 0}, key)
print("now:", signed.load(path, key))

path.write_bytes(old)
print("after the old file is put back:", signed.load(path, key))
