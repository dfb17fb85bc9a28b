import sqlite3
from contextlib import closing
from pathlib import Path


def connect():
    con = sqlite3.connect("busy.db", timeout=0, isolation_level=None)
    con.execute("PRAGMA journal_mode = WAL")
    con.execute("PRAGMA synchronous = NORMAL")
    return con


def write_3000_times(con):
    for _ in range(3000):
        con.execute("UPDATE counter SET n = n + 1")


def pages():
    """Each page in the file has 24 bytes more, for its header."""
    return Path("busy.db-wal").stat().st_size // (4096 + 24)


with closing(connect()) as writer, closing(connect()) as reader:
    writer.execute("CREATE TABLE IF NOT EXISTS counter (n INTEGER)")
    writer.execute("DELETE FROM counter")
    writer.execute("INSERT INTO counter VALUES (0)")
    write_3000_times(writer)
    print("nobody reads:", pages(), "pages in busy.db-wal")

    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    reader.execute("BEGIN")
    reader.execute("SELECT n FROM counter").fetchall()
    write_3000_times(writer)
    print("one reader stays:", pages(), "pages")

    reader.execute("COMMIT")
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    print("reader gone, checkpoint:", pages(), "pages")
