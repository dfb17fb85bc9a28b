import sqlite3
from contextlib import closing

INSERT = "INSERT INTO stock (code, pieces) VALUES ('cup', 8)"
COPY = "INSERT INTO stock SELECT code, sold FROM shop.products"
NOTHING = "ON CONFLICT (code) DO NOTHING"
STATEMENTS = [
    f"{INSERT}, {NOTHING}",
    f"{INSERT} RETURNING code {NOTHING}",
    f"{INSERT}, RETURNING code",
    f"{COPY} {NOTHING}",
    f"{INSERT} ON DUPLICATE KEY UPDATE pieces = 8",
    # And without the mistake:
    f"{INSERT} {NOTHING} RETURNING code",
    f"{COPY} WHERE true {NOTHING}",
]

with closing(sqlite3.connect("stock.db")) as con:
    con.execute("ATTACH 'shop.db' AS shop")
    for number, statement in enumerate(STATEMENTS, 1):
        try:
            con.execute(statement).fetchall()
            print(number, "is right")
        except sqlite3.OperationalError as error:
            print(number, error)
