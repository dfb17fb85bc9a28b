from sqlite_utils import Database

with Database("books.db") as db:
    books = db["books"]
    if "writer" in books.columns_dict:
        books.extract("writer", table="writers")
    herbert = db["writers"].lookup({"writer": "Frank Herbert"})
    with db.atomic():
        books.upsert(
            {"title": "Dune Messiah", "writers_id": herbert},
            pk="title",
        )
        books.update("Dune", {"pages": 605})
