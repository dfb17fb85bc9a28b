import sqlite3
from contextlib import closing

from books import add, titles
from litestream import lose, replicating, restore, sync

BEFORE = [f"before {n}" for n in range(100)]
AFTER = [f"after {n}" for n in range(50)]

lose("copy")
with replicating("hourly.yml") as copier:
    add(*BEFORE)
    sync()
    add(*AFTER)
    with closing(sqlite3.connect("books.db")) as con:
        con.execute("INSERT INTO books VALUES ('not committed')")
        copier.kill()
print("before the loss:", len(titles()), "books")

lose()
restore(config="hourly.yml")
back = titles()
for name, kind in ("before the sync", BEFORE), ("after it", AFTER):
    print(f"{name}: {len(set(back) & set(kind))} of {len(kind)}")
print("not committed:", back.count("not committed"))
