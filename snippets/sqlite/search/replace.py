import sqlite3
from contextlib import closing

from notes import connect
from search import search

REPLACE = "INSERT OR REPLACE INTO notes VALUES (1, ?)"
CHECK = """
    INSERT INTO notes_index (notes_index, rank)
    VALUES ('integrity-check', 1)
"""
REBUILD = "INSERT INTO notes_index (notes_index) VALUES ('rebuild')"

with closing(connect(":memory:")) as con:
    con.execute(REPLACE, ("Buy tea",))
    con.execute(REPLACE, ("Sell jam",))
    print("tea:", search(con, "tea"))
    try:
        con.execute(CHECK)
    except sqlite3.DatabaseError as error:
        print(error)

    con.execute(REBUILD)
    con.execute(CHECK)
    print("rebuilt, tea:", search(con, "tea"))

    con.execute("PRAGMA recursive_triggers = ON")
    con.execute(REPLACE, ("Buy milk",))
    con.execute(CHECK)
    print("jam:", search(con, "jam"), "milk:", search(con, "milk"))
