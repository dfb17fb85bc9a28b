import sqlite3
from contextlib import closing
from pathlib import Path


def connect():
    return closing(
        sqlite3.connect("locks.db", timeout=0, isolation_level=None)
    )


def answer(con):
    try:
        return f"reads {con.execute('SELECT a FROM t').fetchone()[0]}"
    except sqlite3.OperationalError as error:
        return str(error)


for journal in ("delete", "wal"):
    Path("locks.db").unlink(missing_ok=True)
    with connect() as writer, connect() as reader:
        writer.execute(f"PRAGMA journal_mode = {journal}")
        writer.execute("CREATE TABLE t (a)")
        writer.execute("INSERT INTO t VALUES (0)")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE t SET a = 1")
        print(f"{journal:7} a change is made:   ", answer(reader))
        writer.execute("ROLLBACK")
        writer.execute("BEGIN EXCLUSIVE")
        writer.execute("UPDATE t SET a = 1")
        print(f"{journal:7} the file is locked: ", answer(reader))
        writer.execute("COMMIT")
        print(f"{journal:7} after the commit:   ", answer(reader))
