import sqlite3
from contextlib import closing

WHERE = [
    "done",
    "NOT done",
    "done = 'true'",
    "more ->> 'year' < 1000",
    "more ->> '$.author.name' = 'Austen'",
    "more -> '$.author.name' = 'Austen'",
]

with closing(sqlite3.connect("books.db")) as con:
    for where in WHERE:
        found = con.execute(f"SELECT title FROM books WHERE {where}")
        print(f"{where}:", *[title for (title,) in found])
    (name,) = con.execute(
        "SELECT more -> '$.author.name' FROM books WHERE NOT done"
    ).fetchone()
    print("-> gives", name)
