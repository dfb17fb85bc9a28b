import shutil
import sqlite3
from contextlib import closing

NEW = "SELECT count(*) FROM items WHERE text LIKE 'new%'"


def new_rows(path):
    with closing(sqlite3.connect(path)) as con:
        (new,) = con.execute(NEW).fetchone()
        return "all rows are old" if new == 0 else "some rows are new"


shutil.copy("list.db", "alone.db")
print("alone:", new_rows("alone.db"))

shutil.copy("list.db", "both.db")
shutil.copy("list.db-journal", "both.db-journal")
print("with its journal:", new_rows("both.db"))
