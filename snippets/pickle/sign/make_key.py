import secrets
from pathlib import Path

path = Path.home() / ".basket-key"
path.touch(mode=0o600)  # the mode of a new file only
if not path.read_bytes():
    path.write_bytes(secrets.token_bytes(32))

print("key:", len(path.read_bytes()), "bytes")
