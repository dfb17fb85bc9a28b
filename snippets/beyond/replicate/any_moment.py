import sqlite3
from contextlib import closing

from books import add, titles
from litestream import lose, replicating, restore, sync

lose("copy")
with replicating("often.yml") as copier:
    add("0")
    sync()
    for n in range(1, 300):
        add(str(n))
    copier.kill()

lose()
restore()
back = titles()
print(
    "the first ones, without a gap:",
    back == [*map(str, range(len(back)))],
)
print("the one before the sync:", "0" in back)
with closing(sqlite3.connect("books.db")) as con:
    print(
        "integrity_check:",
        *con.execute("PRAGMA integrity_check").fetchone(),
    )
