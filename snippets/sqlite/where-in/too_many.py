import json
import sqlite3
from contextlib import closing

COUNT = "SELECT count(*) FROM books WHERE title IN ({})"
FROM_LIST = COUNT.format("SELECT value FROM json_each(?)")

with closing(sqlite3.connect("library.db")) as con:
    limit = con.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER)
    titles = ["Dune"] * limit + ["Emma"]
    print(con.execute(FROM_LIST, (json.dumps(titles),)).fetchone())
    con.execute(COUNT.format(",".join("?" * len(titles))), titles)
