from library import Book, open_library
from server import running


def three_ways(Session):
    with Session.begin() as session:
        session.get(Book, "Emma").copies = 5

    with Session() as session:
        session.get(Book, "Dune").copies = 5
        session.flush()  # sent, but not committed

    try:
        with Session.begin() as session:
            session.get(Book, "Persuasion").copies = 5
            session.flush()
            raise ValueError("not so many")
    except ValueError as error:
        print("ValueError:", error)


with running():
    for url in "sqlite:///books.db", "postgresql+psycopg://":
        with open_library(url) as Session:
            three_ways(Session)
