from library import Book, open_library
from server import running
from sqlalchemy import select

COPIES = select(Book.title, Book.copies).order_by(Book.title)

with running():
    for url in "sqlite:///books.db", "postgresql+psycopg://":
        with open_library(url) as Session, Session() as session:
            print(session.get_bind().dialect.name)
            for title, copies in session.execute(COPIES):
                print(f"  {title}: {copies}")
