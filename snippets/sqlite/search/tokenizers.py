import sqlite3
from contextlib import closing

from search import quote

TEXT = "Café: running water, 東京都に住む"
TYPED = ["cafe", "WATER", "wat", "run", "nning", "東京都"]


def found(con, name, query):
    find = f"SELECT rowid FROM {name} WHERE {name} MATCH ?"
    return bool(con.execute(find, (query,)).fetchall())


print("typed:    ", *TYPED)
with closing(sqlite3.connect(":memory:")) as con:
    for name in "unicode61", "porter", "trigram":
        con.execute(
            f"CREATE VIRTUAL TABLE {name} "
            f"USING fts5 (text, tokenize = '{name}')"
        )
        con.execute(f"INSERT INTO {name} VALUES (?)", (TEXT,))
        hits = [word for word in TYPED if found(con, name, quote(word))]
        print(f"{name:10}", *hits)

    prefix = quote("running wat") + " *"
    print(prefix, found(con, "unicode61", prefix))
