from library import Book, Loan, open_library
from server import running
from sqlalchemy import select


def rows(url):
    """Return all rows of both tables, each with its table's name."""
    with open_library(url) as Session, Session() as session:
        return {
            (table.name, *row)
            for table in (Book.__table__, Loan.__table__)
            for row in session.execute(select(table))
        }


with running():
    in_file = rows("sqlite:///books.db")
    on_server = rows("postgresql+psycopg://")

print(len(in_file), "rows and", len(on_server), "rows")
print("only in SQLite:", sorted(in_file - on_server))
print("only in PostgreSQL:", sorted(on_server - in_file))
