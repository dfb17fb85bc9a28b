import os
import secrets
from pathlib import Path

path = Path("keys", "clinic.key")
path.parent.mkdir(exist_ok=True)
path.touch(mode=0o600)  # the mode of a new file only
if not path.read_bytes():
    path.write_text(secrets.token_hex(32), encoding="ascii")
assert os.name == "nt" or not path.stat().st_mode & 0o077
