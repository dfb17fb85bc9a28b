"""Move 100 from one table to another, with SQLite's settings given."""

import sqlite3
import sys
from contextlib import closing

BALANCES = {"old": [(500,), (500,)], "new": [(400,), (600,)]}


def save(journal_mode, synchronous, word):
    with closing(sqlite3.connect("bank.db")) as con:
        con.execute(f"PRAGMA journal_mode = {journal_mode}")
        con.execute(f"PRAGMA synchronous = {synchronous}")
        if word == "old":
            con.execute("CREATE TABLE checking (balance)")
            con.execute("CREATE TABLE savings (balance)")
        with con:
            if word == "old":
                con.execute("INSERT INTO checking VALUES (500)")
                con.execute("INSERT INTO savings VALUES (500)")
            else:
                con.execute("UPDATE checking SET balance = 400")
                con.execute("UPDATE savings SET balance = 600")
        print("saved", flush=True)


def check():
    """Say whether the old balances or the new ones are here."""
    with closing(sqlite3.connect("bank.db")) as con:
        (health,) = con.execute("PRAGMA integrity_check").fetchone()
        balances = con.execute(
            "SELECT balance FROM checking"
            " UNION ALL SELECT balance FROM savings"
        ).fetchall()
    for word in BALANCES:
        if health == "ok" and balances == BALANCES[word]:
            return word
    return f"{health}, {balances}"


if __name__ == "__main__" and len(sys.argv) > 1:
    save(*sys.argv[1:])
