import shutil
import sqlite3
from contextlib import closing

from backup import back_up
from check import check

with closing(sqlite3.connect("shop.db")) as con:
    with con:
        con.execute("INSERT INTO orders (item) VALUES ('cake')")

    shutil.copy("shop.db", "copied.db")
    check("copied.db")
    back_up("shop.db", "backed-up.db")
    check("backed-up.db")
