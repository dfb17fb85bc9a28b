import sqlite3

from loans import SQL, show
from sqlite_utils import Database


def attempt(call, *arguments, **options):
    try:
        call(*arguments, **options)
    except sqlite3.Error as error:
        print(f"{type(error).__name__}: {error}")


with Database("loans.db") as db:
    loans = db["loans"]
    db.executescript(SQL)
    show("before", db)
    loans.transform(types={"days": int}, rename={"book": "title"})
    show("after", db)
    attempt(db.execute, "SELECT * FROM late")

    db.executescript(SQL)
    triggers = loans.triggers
    with db.atomic():
        loans.transform(types={"days": int}, pk="book")
        for trigger in triggers:
            db.execute(trigger.sql)
    show("made again", db)

    dune = {"book": "Dune", "days": 14, "to": "Ada"}
    attempt(loans.insert, dune)
    attempt(loans.insert, dune, alter=True)
    attempt(loans.insert, dune)
    print(*loans.rows)
