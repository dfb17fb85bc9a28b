import psycopg
from readinglist import ADD, REMOVE, open_list
from server import running


def crash(title, commit):
    """Add a book; stop the server at once, without a goodbye."""
    with running(stop="immediate"):
        con = psycopg.connect()
        con.execute(ADD, (title, "Mary Shelley", False))
        if commit:
            con.commit()
    try:
        con.execute("SELECT 1")
    except psycopg.OperationalError:
        print(title, "added; then the connection was lost")
    con.close()


crash("Frankenstein", commit=True)
crash("The Last Man", commit=False)

with running(), open_list() as con:
    for title in ("Frankenstein", "The Last Man"):
        print(title, "found:", con.execute(REMOVE, (title,)).rowcount)
