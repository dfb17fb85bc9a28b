import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect(":memory:")) as memory,
    closing(sqlite3.connect("words.db")) as file,
):
    with memory:
        memory.execute("CREATE TABLE words (word TEXT)")
        memory.executemany(
            "INSERT INTO words VALUES (?)", [("tea",), ("cake",)]
        )
    memory.backup(file)
