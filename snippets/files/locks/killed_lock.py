import os
import signal

from filelock import FileLock

with FileLock("system.lock"):
    print("locked", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
