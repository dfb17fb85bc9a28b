import json
import sqlite3
from contextlib import closing

titles = [f"Volume {number}" for number in range(1500)] + ["Emma"]
EITHER = " OR ".join(["title = ?"] * len(titles))
UNION = " UNION ".join(["SELECT ?"] * len(titles))
LIST = "title IN (SELECT value FROM json_each(?))"

with closing(sqlite3.connect("library.db")) as con:
    con.setlimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 1000)
    con.setlimit(sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 500)
    for condition, values in (
        (EITHER, titles),
        (f"title IN ({UNION})", titles),
        (LIST, [json.dumps(titles)]),
    ):
        query = f"SELECT title FROM books WHERE {condition}"
        try:
            print(con.execute(query, values).fetchall())
        except sqlite3.OperationalError as error:
            print(error)
