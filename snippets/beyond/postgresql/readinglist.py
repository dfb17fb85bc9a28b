from contextlib import contextmanager

import psycopg
from psycopg.rows import dict_row

TABLE = """
    CREATE TABLE IF NOT EXISTS books (
        title text PRIMARY KEY,
        author text NOT NULL,
        finished boolean NOT NULL DEFAULT false
    )
"""
ADD = """
    INSERT INTO books (title, author, finished) VALUES (%s, %s, %s)
    ON CONFLICT (title) DO UPDATE
    SET author = excluded.author, finished = excluded.finished
"""
UNFINISHED = "SELECT * FROM books WHERE NOT finished ORDER BY title"
FINISH = "UPDATE books SET finished = true WHERE title = %s"
REMOVE = "DELETE FROM books WHERE title = %s"


@contextmanager
def open_list():
    # The address is in PGHOST, PGUSER and PGDATABASE.
    with psycopg.connect(row_factory=dict_row) as con:
        con.execute(TABLE)
        con.commit()
        yield con
