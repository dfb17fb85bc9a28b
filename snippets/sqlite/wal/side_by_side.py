import sqlite3
from contextlib import closing


def connect(path):
    return sqlite3.connect(path, timeout=0.1, isolation_level=None)


def notes(con):
    return con.execute("SELECT count(*) FROM notes").fetchone()[0]


for mode in ("delete", "wal"):
    path = f"{mode}.db"
    with closing(connect(path)) as con:
        con.execute(f"PRAGMA journal_mode = {mode}")
        con.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
        con.execute("DELETE FROM notes")

    with (
        closing(connect(path)) as reader,
        closing(connect(path)) as writer,
    ):
        reader.execute("BEGIN")
        print(mode, "reader sees", notes(reader))
        try:
            writer.execute("INSERT INTO notes VALUES ('new')")
            print(mode, "writer committed")
        except sqlite3.OperationalError as error:
            print(mode, "writer:", error)
        print(mode, "reader sees", notes(reader))
        reader.execute("COMMIT")
        print(mode, "reader's next transaction sees", notes(reader))
