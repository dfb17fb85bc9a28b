import sqlite3
import warnings
from contextlib import closing
from datetime import datetime, timedelta, timezone

warnings.simplefilter("ignore", DeprecationWarning)

CEST = timezone(timedelta(hours=2))
to_the_second = datetime(2026, 7, 1, 9, 30, tzinfo=CEST)
half_a_second_later = to_the_second + timedelta(seconds=0.5)

with closing(
    sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
) as con:
    con.execute("CREATE TABLE visits (at timestamp)")
    for moment in (half_a_second_later, to_the_second):
        con.execute("DELETE FROM visits")
        con.execute("INSERT INTO visits VALUES (?)", (moment,))
        print("sent:", moment)
        (back,) = con.execute("SELECT at FROM visits").fetchone()
        print("back:", back)
