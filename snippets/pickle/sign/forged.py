from pathlib import Path

import signed

key = (Path.home() / ".basket-key").read_bytes()
path = Path("carol.pickle")
owned = Path("owned.txt")
owned.unlink(missing_ok=True)

attack = Path("attack.pickle").read_bytes()
path.write_bytes(signed.sign(key, path.name, attack) + attack)

signed.load(path, key)
print("signed.load: owned.txt was written:", owned.exists())
