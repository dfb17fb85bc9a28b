from pathlib import Path

from books import add
from litestream import lose, replicating, sync

lose("copy")
with replicating():
    add("Dune", "Emma")
    sync()
    add("Middlemarch")  # a normal end copies it

lose()
print("the database is there:", Path("books.db").exists())
