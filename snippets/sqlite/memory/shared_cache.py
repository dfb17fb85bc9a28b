import sqlite3
from contextlib import closing

WORDS = "file:words?mode=memory&cache=shared"

refused = []
with (
    closing(sqlite3.connect(WORDS, uri=True)) as first,
    closing(sqlite3.connect(WORDS, uri=True, timeout=5)) as second,
):
    first.execute("CREATE TABLE words (word TEXT)")
    first.execute("INSERT INTO words VALUES ('tea')")
    for _ in range(100):
        try:
            second.execute("INSERT INTO words VALUES ('cake')")
        except sqlite3.OperationalError as error:
            refused.append(f"{error} ({error.sqlite_errorname})")

print("refused", len(refused), "times:", refused[-1])
