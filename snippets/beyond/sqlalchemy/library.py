import os
from contextlib import contextmanager

from sqlalchemy import ForeignKey, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, sessionmaker
from sqlalchemy.orm import mapped_column as column


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"
    title: Mapped[str] = column(primary_key=True)
    author: Mapped[str]
    finished: Mapped[bool] = column(default=False)
    copies: Mapped[int] = column(default=1)


class Loan(Base):
    __tablename__ = "loans"
    title: Mapped[str] = column(
        ForeignKey("books.title"), primary_key=True
    )


@contextmanager
def open_library(url=None):
    url = url or os.environ.get("DATABASE_URL", "sqlite:///books.db")
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", begin)
    try:
        yield sessionmaker(engine)
    finally:
        engine.dispose()


def prepare(connection, record):
    connection.isolation_level = None  # begin() is called instead
    connection.execute("PRAGMA foreign_keys = ON")


def begin(connection):
    connection.exec_driver_sql("BEGIN IMMEDIATE")
