import os
import signal
import sys
from pathlib import Path

last_step = sys.argv[1] if len(sys.argv) > 1 else "none"


def done(step):
    if step == last_step:
        os.kill(os.getpid(), signal.SIGKILL)


# --8<-- [start:steps]
done("start")
with Path("note.txt").open("w", encoding="utf-8") as file:
    done("open")
    file.write("buy milk\n")
    done("write")
    file.flush()
    done("flush")
    os.fsync(file.fileno())
    done("fsync")
# --8<-- [end:steps]

print("saved")
