import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect("words.db")) as file,
    closing(sqlite3.connect(":memory:")) as memory,
):
    file.backup(memory)
    with memory:
        memory.execute("INSERT INTO words VALUES ('only in memory')")

    for name, con in ("memory", memory), ("file", file):
        print(name, con.execute("SELECT word FROM words").fetchall())
