import sqlite3
from contextlib import closing
from pathlib import Path

compact = Path("compact.db")
compact.unlink(missing_ok=True)

with closing(sqlite3.connect("shop.db")) as con:
    with con:
        con.execute("DELETE FROM orders WHERE id > 100")
    con.execute("VACUUM INTO ?", (str(compact),))

for path in ("shop.db", "backup.db", "compact.db"):
    with closing(sqlite3.connect(path)) as con:
        (mode,) = con.execute("PRAGMA journal_mode").fetchone()
        (pages,) = con.execute("PRAGMA page_count").fetchone()
        (count,) = con.execute("SELECT count(*) FROM orders").fetchone()
    print(f"{path}: {count} orders, {pages} pages, {mode}")
