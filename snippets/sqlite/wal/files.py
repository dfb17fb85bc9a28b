import sqlite3
from contextlib import closing
from pathlib import Path


def files():
    return sorted(path.name for path in Path().glob("data.db*"))


print("before:", *files())
with closing(sqlite3.connect("data.db")) as con:
    con.execute("INSERT INTO notes VALUES ('second')")
    con.commit()
    print("open:  ", *files())
print("closed:", *files())
