import sqlite3
from array import array
from contextlib import closing

readings = array("d", [20.5, 21.25])

with closing(sqlite3.connect("readings.db")) as con, con:
    con.execute("DROP TABLE IF EXISTS readings")
    con.execute("CREATE TABLE readings (type TEXT, numbers BLOB)")
    con.execute(
        "INSERT INTO readings VALUES (?, ?)",
        (readings.typecode, readings.tobytes()),
    )
