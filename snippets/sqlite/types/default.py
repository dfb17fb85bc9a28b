import sqlite3
import warnings
from contextlib import closing
from datetime import datetime

moment = datetime(2026, 7, 1, 9, 30)

with (
    closing(sqlite3.connect(":memory:")) as con,
    warnings.catch_warnings(record=True) as caught,
):
    warnings.simplefilter("always")
    (stored,) = con.execute("SELECT ?", (moment,)).fetchone()

print("stored:", repr(stored))
for warning in caught:
    print(warning.category.__name__)
    print(str(warning.message).partition(";")[0])
