import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096
ONE = "SELECT title FROM books WHERE shelf = 777"
SUM = "SELECT sum(price) FROM books"


def bytes_read():
    """Return how much this process has read so far."""
    return int(Path("/proc/self/io").read_text("ascii").split()[1])


def pages_read(query):
    """Run a query; count the pages that SQLite reads for it."""
    with closing(sqlite3.connect("shop.db")) as con:
        con.execute("SELECT 1 FROM sqlite_schema").fetchall()
        nothing = -bytes_read() + bytes_read()
        before = bytes_read()
        con.execute(query).fetchall()
        return (bytes_read() - before - nothing) // PAGE


Path("shop.db").unlink(missing_ok=True)
with closing(sqlite3.connect("shop.db")) as con:
    con.execute("CREATE TABLE books (title, shelf, price, text)")
    con.executemany(
        "INSERT INTO books VALUES (?, ?, ?, ?)",
        (
            (f"Book {n}", n % 1000, n % 90, "word " * 60)
            for n in range(50_000)
        ),
    )
    con.commit()
    pages = con.execute("PRAGMA page_count").fetchone()[0]
    print("pages in the file:", pages)
    for column in "shelf", "price":
        print("ONE reads", pages_read(ONE), "pages")
        print("SUM reads", pages_read(SUM), "pages")
        print(f"- with an index on {column}:")
        con.execute(f"CREATE INDEX by_{column} ON books ({column})")
    print("ONE reads", pages_read(ONE), "pages")
    print("SUM reads", pages_read(SUM), "pages")
