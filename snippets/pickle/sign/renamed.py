from pathlib import Path

import signed

key = (Path.home() / ".basket-key").read_bytes()
Path("renamed").mkdir(exist_ok=True)
path = Path("renamed", "alice.pickle")
path.write_bytes(Path("bob.pickle").read_bytes())
signed.load(path, key)
