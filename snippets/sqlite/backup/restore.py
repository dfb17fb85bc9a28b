import sqlite3
from contextlib import closing
from pathlib import Path


def restore(backup, target):
    existing = Path(backup).absolute().as_uri() + "?mode=ro"
    with (
        closing(sqlite3.connect(existing, uri=True)) as copy,
        closing(sqlite3.connect(target)) as live,
    ):
        copy.backup(live)


if __name__ == "__main__":
    restore("backup.db", "shop.db")
