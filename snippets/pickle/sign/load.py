from pathlib import Path

import signed

key = (Path.home() / ".basket-key").read_bytes()
print(signed.load(Path("alice.pickle"), key))
