from pathlib import Path

from books import add
from litestream import lose, replicating, restore

lose("copy")
add("Dune")
with replicating("hourly.yml"):
    pass  # ended before it looked at the database

lose()
restore("-if-replica-exists")
print("the database is there:", Path("books.db").exists())
