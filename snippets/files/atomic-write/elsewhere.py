import tempfile
from pathlib import Path

with tempfile.NamedTemporaryFile(dir="/dev/shm") as new:
    try:
        Path(new.name).replace("plan.txt")
    except OSError as error:
        print(error.strerror)
