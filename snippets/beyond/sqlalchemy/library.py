import os
from contextlib import contextmanager

from sqlalchemy import ForeignKey, create_engine, event, orm


class Base(orm.DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"
    title: orm.Mapped[str] = orm.mapped_column(primary_key=True)
    author: orm.Mapped[str]
    finished: orm.Mapped[bool] = orm.mapped_column(default=False)
    copies: orm.Mapped[int] = orm.mapped_column(default=1)


class Loan(Base):
    __tablename__ = "loans"
    title = orm.mapped_column(ForeignKey(Book.title), primary_key=True)


@contextmanager
def open_library(url=None):
    def prepare(connection, record):
        connection.execute("PRAGMA foreign_keys = ON")

    def begin(connection):
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    url = url or os.environ.get("DATABASE_URL", "sqlite:///books.db")
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", prepare)
        event.listen(engine, "begin", begin)
    try:
        yield orm.sessionmaker(engine)
    finally:
        engine.dispose()
