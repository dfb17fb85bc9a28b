from library import Book, open_library
from server import running
from sqlalchemy import select


def send(session, title):
    """Change a number, and read it in the same transaction."""
    session.get(Book, title).copies = 5
    session.flush()  # sent, but not committed
    copies = select(Book.copies).where(Book.title == title)
    print(f"  {title}:", session.connection().scalar(copies))


def three_ways(Session):
    with Session.begin() as session:
        send(session, "Emma")

    with Session() as session:
        send(session, "Dune")

    try:
        with Session.begin() as session:
            send(session, "Persuasion")
            raise ValueError("not so many")
    except ValueError as error:
        print("  ValueError:", error)


with running():
    for url in "sqlite:///books.db", "postgresql+psycopg://":
        with open_library(url) as Session:
            print(Session.kw["bind"].dialect.name)
            three_ways(Session)
