import fcntl
import sys
from pathlib import Path

name = sys.argv[1] if len(sys.argv) > 1 else "flock"
with Path("data.txt").open("ab") as file:
    try:
        getattr(fcntl, name)(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        print(name, "keeps the other program out")
    else:
        print(name, "lets the other program in")
