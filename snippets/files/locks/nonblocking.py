import fcntl
from pathlib import Path

from flock import locked

path = Path("stock.json.lock")
with locked(path), path.open("ab") as file:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
