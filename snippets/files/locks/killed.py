import os
import signal
from pathlib import Path

lock = Path("exclusive.lock")
lock.unlink(missing_ok=True)
lock.touch(exist_ok=False)  # only one program can make it
print("locked", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
