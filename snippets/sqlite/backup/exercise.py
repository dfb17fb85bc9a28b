import shutil
import sqlite3
from contextlib import closing


def back_up(source, target):
    shutil.copy(source, target)


with closing(sqlite3.connect("stall.db")) as con:
    con.execute("CREATE TABLE IF NOT EXISTS sales (what TEXT)")
    con.execute("PRAGMA journal_mode = WAL")
    with con:
        con.execute("INSERT INTO sales VALUES ('cake')")
    back_up("stall.db", "copy.db")
    print("sold a cake; copied")
