from contextlib import closing
from datetime import datetime
from pathlib import Path

from migration import connect, migrate


def iso_dates(con):
    loans = con.execute("SELECT id, due FROM loans").fetchall()
    for loan, due in loans:
        day = datetime.strptime(due, "%d.%m.%Y").date().isoformat()
        con.execute(
            "UPDATE loans SET due = ? WHERE id = ?", (day, loan)
        )


STEPS = [
    ["CREATE TABLE loans (id INTEGER PRIMARY KEY, due TEXT)"],
    [iso_dates, "CREATE INDEX loans_by_due ON loans (due)"],
]

Path("loans.db").unlink(missing_ok=True)
with closing(connect("loans.db")) as con:
    migrate(con, STEPS[:1])
    con.execute("INSERT INTO loans (due) VALUES ('27.11.2026')")
    con.execute("INSERT INTO loans (due) VALUES ('03.01.2027')")

with closing(connect("loans.db")) as con:
    migrate(con, STEPS)
