import sqlite3
from contextlib import closing
from pathlib import Path

for name in "fine", "closed-folder", "closed-file", "wal":
    folder = Path(name)
    folder.mkdir(exist_ok=True)
    folder.chmod(0o755)
    path = folder / "data.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as con, con:
        if name == "wal":
            con.execute("PRAGMA journal_mode = WAL")
        con.execute("CREATE TABLE notes (text TEXT)")
        con.execute("INSERT INTO notes VALUES ('kept')")

Path("closed-file/data.db").chmod(0o444)
Path("closed-folder").chmod(0o555)
Path("wal").chmod(0o555)
