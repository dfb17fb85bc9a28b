import os
import secrets
import stat
from functools import partial
from pathlib import Path


def atomic_write(path, data):
    """Make data the content of a file: all of it, or none."""
    path = Path(path).resolve()
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}.new")
    exists = path.exists()
    mode = stat.S_IMODE(path.stat().st_mode) if exists else 0o666
    create = partial(os.open, mode=mode)
    try:
        with open(new, "xb", opener=create) as file:
            if exists:
                new.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder):
    """Ask for the folder's new entry to be put on the disk."""
    if os.name == "posix":  # Windows cannot open a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
