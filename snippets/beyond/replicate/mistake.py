import sqlite3
from contextlib import closing

from books import add, titles
from litestream import lose, replicating, restore, sync

lose("copy")
with replicating():
    add("Dune", "Emma")
    good = sync()
    with closing(sqlite3.connect("books.db")) as con, con:
        con.execute("DELETE FROM books")
    sync()

lose()
restore()
print("the newest state:", titles())
lose()
restore("-txid", f"{good:016x}")
print("the state before:", titles())
