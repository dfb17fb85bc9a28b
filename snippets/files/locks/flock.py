import fcntl
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def locked(path):
    """Wait for the lock; closing the file releases it."""
    with Path(path).open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_locked(path):
    with Path(path).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False
