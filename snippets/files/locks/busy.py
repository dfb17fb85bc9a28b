import fcntl
from pathlib import Path

from flock import locked


def try_lock(path):
    with Path(path).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return "busy"
        return "locked"


with locked("stock.json.lock"):
    print(try_lock("stock.json.lock"))
print(try_lock("stock.json.lock"))
