import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import orders

CEST = timezone(timedelta(hours=2))
first = datetime(2026, 7, 1, 9, 30, tzinfo=CEST)
second = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)

with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE visits (name, local_text, utc_text)")
    for name, moment in (("first", first), ("second", second)):
        con.execute(
            "INSERT INTO visits VALUES (?, ?, ?)",
            (name, moment.isoformat(), orders.utc_text(moment)),
        )
    for column in ("local_text", "utc_text"):
        print("by", column)
        query = f"SELECT name, {column} FROM visits ORDER BY {column}"
        for name, text in con.execute(query):
            print(" ", text, name)
