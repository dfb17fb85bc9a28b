import os

from alembic import command
from alembic.config import Config
from library import Book, Loan, open_library
from server import running
from sqlalchemy import inspect, select


def state():
    """Return the database, the columns, the books and the loans."""
    with open_library() as Session, Session() as session:
        kind = session.get_bind().dialect.name
        found = inspect(session.connection()).get_columns("books")
        columns = [
            f"{c['name']} {c['type']}"
            + " NOT NULL" * (not c["nullable"])
            for c in found
        ]
        books = session.execute(select(Book.__table__))
        loans = session.execute(select(Loan.title))
        return kind, columns, set(books), set(loans)


config = Config("alembic.ini")
states = []
with running():
    for url in "sqlite:///books.db", "postgresql+psycopg://":
        os.environ["DATABASE_URL"] = url
        command.downgrade(config, "base")
        kind, *before = state()
        command.upgrade(config, "head")
        kind, *after = state()
        print(f"{kind}, rows kept:", before[1:] == after[1:])
        states.append((before, after))

print("before:", *before[0], sep="\n  ")
print("after:", *after[0], sep="\n  ")
print("the same on both:", states[0] == states[1])
