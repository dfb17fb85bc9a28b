from re import sub

from library import Book, open_library
from server import running
from sqlalchemy import exc, text

ALTER = "ALTER TABLE books ALTER COLUMN copies SET DEFAULT 1"
LEFT_OUT = r"(?s) at 0x\w+|\s*(\[SQL|\(Background).*"


def attempt(call, *arguments):
    try:
        call(*arguments)
        print("  no error")
    except exc.SQLAlchemyError as error:
        print(sub(LEFT_OUT, "", f"{type(error).__name__}: {error}"))


def provoke(Session):
    for expire in True, False:
        with Session(expire_on_commit=expire) as session:
            emma = session.get(Book, "Emma")
            session.commit()
        attempt(getattr, emma, "author")
    with Session() as session:
        session.add(Book(title="Emma", author="Somebody Else"))
        attempt(session.flush)
        attempt(session.get, Book, "Dune")
        session.rollback()
        attempt(session.get, Book, "Dune")
    for statement in "SELECT * FROM book", ALTER:
        with Session() as session:
            attempt(session.execute, text(statement))


with running():
    for url in "sqlite:///books.db", "postgresql+psycopg://":
        print(url.partition(":")[0])
        with open_library(url) as Session:
            provoke(Session)
