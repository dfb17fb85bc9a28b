from pathlib import Path

import signed

key = (Path.home() / ".basket-key").read_bytes()
signed.save(Path("alice.pickle"), {"tea": 2}, key)
signed.save(Path("bob.pickle"), {"coffee": 5}, key)
print("saved")
