import sqlite3
from contextlib import closing
from pathlib import Path


def back_up(source, target):
    part = Path(target).with_suffix(".part")
    part.unlink(missing_ok=True)
    existing = Path(source).absolute().as_uri() + "?mode=rw"
    with (
        closing(sqlite3.connect(existing, uri=True)) as live,
        closing(sqlite3.connect(part)) as copy,
    ):
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        (health,) = copy.execute("PRAGMA integrity_check").fetchone()
    if health != "ok":
        raise RuntimeError(f"copy of {source}: {health}")
    part.replace(target)


if __name__ == "__main__":
    back_up("shop.db", "backup.db")
