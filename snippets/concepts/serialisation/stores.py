import json
import shelve
import sqlite3
from contextlib import closing
from dbm import dumb
from pathlib import Path

MAKE = "CREATE TABLE IF NOT EXISTS accounts (name PRIMARY KEY, n)"
PUT = "INSERT OR REPLACE INTO accounts VALUES (?, ?)"


def save(store, accounts, step):
    if store == "shelf":
        with shelve.Shelf(dumb.open("shelf", "c")) as shelf:
            for name, amount in accounts.items():
                shelf[name] = amount
                step("middle")
            step("end")
    elif store == "sqlite":
        with closing(sqlite3.connect("accounts.db")) as con:
            con.execute(MAKE)
            with con:
                for account in accounts.items():
                    con.execute(PUT, account)
                    step("middle")
            step("end")
    else:
        path = Path(f"{store}.json")
        new = path if store == "overwritten" else Path("new.json")
        text = json.dumps(accounts)
        with new.open("w", encoding="utf-8") as file:
            for part in (text[:8], text[8:]):
                file.write(part)
                file.flush()
                step("middle")
        new.replace(path)
        step("end")
