from re import sub

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from library import Book, open_library
from server import running
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

MISSPELT = text("SELECT * FROM book")
ALTER = text("ALTER TABLE books ALTER COLUMN copies SET DEFAULT 1")


def attempt(call, *arguments):
    try:
        call(*arguments)
    except (SQLAlchemyError, CommandError) as error:
        message = f"{type(error).__name__}: {error}"
        message = message.split("\n[SQL")[0].split(" (Background")[0]
        print(sub(r" at 0x\w+", "", message))


def provoke(Session):
    with Session.begin() as session:
        emma = session.get(Book, "Emma")
    attempt(getattr, emma, "author")
    with Session(expire_on_commit=False) as session, session.begin():
        emma = session.get(Book, "Emma")
    print("  fixed:", emma.author)

    with Session() as session:
        session.add(Book(title="Emma", author="Somebody Else"))
        attempt(session.flush)
        attempt(session.get, Book, "Emma")
        session.rollback()
        print("  fixed:", session.get(Book, "Emma").author)
        for statement in MISSPELT, ALTER:
            attempt(session.execute, statement)
            session.rollback()


with running():
    for url in "sqlite:///books.db", "postgresql+psycopg://":
        with open_library(url) as Session:
            print(url.partition(":")[0])
            provoke(Session)
attempt(command.upgrade, Config("no-such.ini"), "head")
