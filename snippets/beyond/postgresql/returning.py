from readinglist import open_list
from server import running

LOANS = """
    CREATE TEMPORARY TABLE loans (
        id bigint GENERATED ALWAYS AS IDENTITY,
        title text NOT NULL,
        since date NOT NULL DEFAULT '2026-11-01'
    )
"""
LEND = "INSERT INTO loans (title) VALUES (%s) RETURNING id, since"

with running(), open_list() as con:
    con.execute(LOANS)
    for title in ("Emma", "Dune"):
        loan = con.execute(LEND, (title,)).fetchone()
        print(title, loan["id"], repr(loan["since"]))
