from pathlib import Path

from library import Base, Loan, open_library
from server import running
from sqlalchemy import create_engine, exc, inspect, text
from sqlalchemy.orm import sessionmaker


def attempt(name, Session):
    """Lend a book that does not exist; fail after CREATE TABLE."""
    print(f"{name}:")
    engine = Session.kw["bind"]
    Base.metadata.create_all(engine)
    try:
        with Session.begin() as session:
            session.add(Loan(title="no such book"))
        print("  lent: no such book")
    except exc.IntegrityError as error:
        print(" ", str(error.orig).splitlines()[0])
    try:
        with Session.begin() as session:
            session.execute(text("CREATE TABLE shelves (name TEXT)"))
            session.execute(text("INSERT INTO shelf VALUES ('A')"))
    except exc.DBAPIError as error:
        print(" ", str(error.orig).splitlines()[0])
    left = inspect(engine).has_table("shelves")
    print("  the table is there:", left)


Path("plain.db").unlink(missing_ok=True)
plain = create_engine("sqlite:///plain.db")
attempt("SQLite, as it comes", sessionmaker(plain))
plain.dispose()

with open_library("sqlite:///books.db") as Session:
    attempt("SQLite, as in library.py", Session)
with running(), open_library("postgresql+psycopg://") as Session:
    attempt("PostgreSQL", Session)
