import os
import secrets
from contextlib import suppress
from pathlib import Path


def only_mine(path, flags):
    return os.open(path, flags, 0o600)


Path("keys").mkdir(exist_ok=True)
with (
    suppress(FileExistsError),  # a new key opens no old database
    open("keys/clinic.key", "x", opener=only_mine) as file,
):
    file.write(secrets.token_hex(32))
