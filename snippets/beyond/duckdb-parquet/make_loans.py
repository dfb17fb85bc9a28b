import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

FIRST_DAY = date(2024, 1, 1)


def loans() -> Iterator[tuple[str, str, int, str]]:
    """Return a hundred loans a day: day, borrower, days, note."""
    chance = random.Random(2026).random  # the same numbers each time
    for number in range(100_000):
        lent = FIRST_DAY + timedelta(days=number // 100)
        borrower = f"reader {int(300 * chance())}"
        note = f"shelf {chance():.4f}, copy {chance():.4f}, like new"
        yield str(lent), borrower, 1 + int(28 * chance()), note


with closing(sqlite3.connect("loans.db")) as con:
    con.execute("DROP TABLE IF EXISTS loans")
    con.execute(
        "CREATE TABLE loans (id INTEGER PRIMARY KEY, lent TEXT,"
        " borrower TEXT, days INTEGER, note TEXT) STRICT"
    )
    con.executemany(
        "INSERT INTO loans (lent, borrower, days, note)"
        " VALUES (?, ?, ?, ?)",
        loans(),
    )
    con.commit()
