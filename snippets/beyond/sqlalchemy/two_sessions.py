from library import Base, Book, open_library
from server import running
from sqlalchemy import create_engine, exc, select
from sqlalchemy.orm import sessionmaker

EMMA = select(Book).where(Book.title == "Emma")


def lend_two(name, Session, query):
    """Both sessions read the number before one of them commits."""
    with Session.begin() as session:
        Base.metadata.create_all(session.connection())
        emma = Book(title="Emma", author="Jane Austen", copies=2)
        session.merge(emma)
    emmas = []
    try:
        with Session() as one, Session() as two:
            for session in one, two:
                emmas.append(session.scalars(query).one())
            for session, emma in zip((one, two), emmas, strict=True):
                emma.copies = emma.copies - 1
                session.commit()
        with Session() as session:
            copies = session.scalars(query).one().copies
        print(f"{name}: both lent, copies left: {copies}")
    except exc.OperationalError as error:
        print(f"{name}: {len(emmas)} had read, then {error.orig}")


plain = create_engine("sqlite:///plain.db")
lend_two("SQLite, as it comes", sessionmaker(plain), EMMA)
plain.dispose()

locking = EMMA.with_for_update(nowait=True)
with open_library("sqlite:///books.db?timeout=0") as Session:
    lend_two("SQLite, as in library.py", Session, locking)
with running(), open_library("postgresql+psycopg://") as Session:
    lend_two("PostgreSQL", Session, EMMA)
    lend_two("PostgreSQL, FOR UPDATE", Session, locking)
