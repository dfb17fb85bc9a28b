from contextlib import closing

from database import connect

with closing(connect("library.db")) as con:
    con.execute("""
        CREATE TABLE IF NOT EXISTS authors (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL
        )
    """)
    con.execute("""
        CREATE TABLE IF NOT EXISTS books (
            title TEXT PRIMARY KEY,
            author INTEGER NOT NULL REFERENCES authors (id)
        )
    """)
    con.execute("""
        INSERT INTO authors VALUES (1, 'Octavia Butler')
        ON CONFLICT DO NOTHING
    """)
    con.execute("""
        INSERT INTO books VALUES ('Kindred', 1)
        ON CONFLICT DO NOTHING
    """)
