from library import Base, Book, Loan, open_library
from sqlalchemy import select

BOOKS = [
    Book(title="Dune", author="Frank Herbert", finished=True),
    Book(title="Emma", author="Jane Austen", copies=2),
    Book(title="Persuasion", author="Jane Austen"),
]

with open_library() as Session:
    with Session.begin() as session:
        Base.metadata.create_all(session.connection())
        for book in BOOKS:
            session.merge(book)
        session.merge(Loan(title="Emma"))

    with Session() as session:
        unfinished = select(Book).where(~Book.finished)
        for book in session.scalars(unfinished.order_by(Book.title)):
            print(book.title, "by", book.author, book.copies)
