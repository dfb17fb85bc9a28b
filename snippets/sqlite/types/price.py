import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("""
        CREATE TABLE sale (
            price DECIMAL(10, 2),
            as_text TEXT,
            cents INTEGER
        )
    """)
    for _ in range(3):
        con.execute("INSERT INTO sale VALUES ('0.10', '0.10', 10)")
    for column in ("price", "as_text", "cents"):
        print(
            con.execute(
                f"SELECT '{column}', {column}, sum({column}) FROM sale"
            ).fetchone()
        )

    con.execute("UPDATE sale SET price = '12345678901234567.89'")
    print(con.execute("SELECT price FROM sale").fetchone())
