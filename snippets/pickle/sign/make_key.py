import os
import secrets
from pathlib import Path

path = Path.home() / ".basket-key"
path.touch(mode=0o600)  # the mode of a new file only
if not path.read_bytes():
    path.write_bytes(secrets.token_bytes(32))

assert os.name == "nt" or not path.stat().st_mode & 0o077
print("key:", len(path.read_bytes()), "bytes")
