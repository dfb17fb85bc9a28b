"""Files as a killed program leaves them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory


def with_wal(folder: Path, in_file: Sequence[str], in_wal: Sequence[str]) -> None:
    """Put a.db and a.db-wal into a folder.

    Args:
        folder: where to.
        in_file: statements whose changes are in the database file.
        in_wal: those whose changes are committed, but in the -wal alone.
    """
    with TemporaryDirectory() as place:
        path = Path(place, "a.db")
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = wal")
            for statement in (*in_file, "PRAGMA wal_checkpoint", *in_wal):
                connection.execute(statement)
            for name in ("a.db", "a.db-wal"):
                (folder / name).write_bytes(path.with_name(name).read_bytes())
