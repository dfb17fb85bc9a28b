import json
import sqlite3
from contextlib import closing
from pathlib import Path

JSON, DATABASE = Path("books.json"), Path("books.db")
LOG = Path("books.db-wal")

print("  books  the JSON file  SQLite's log")
for count in 100, 1_000, 10_000, 100_000:
    books = [
        {"id": n, "title": f"Book {n}", "read": 0} for n in range(count)
    ]
    DATABASE.unlink(missing_ok=True)
    with closing(sqlite3.connect(DATABASE)) as con:
        con.execute("PRAGMA journal_mode = WAL")
        con.execute(
            "CREATE TABLE books (id INTEGER PRIMARY KEY, title, read)"
        )
        con.executemany(
            "INSERT INTO books VALUES (:id, :title, :read)", books
        )
        con.commit()
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        # Now one book is read.
        books[count // 2]["read"] = 1
        JSON.write_text(json.dumps(books), encoding="utf-8")
        with con:
            con.execute(
                "UPDATE books SET read = 1 WHERE id = ?", (count // 2,)
            )
        rows = con.execute("SELECT * FROM books ORDER BY id")
        same = [dict(zip(books[0], row, strict=True)) for row in rows]
        assert same == json.loads(JSON.read_text("utf-8"))
        written = JSON.stat().st_size
        print(f"{count:7,}{written:15,}{LOG.stat().st_size:14,}")
