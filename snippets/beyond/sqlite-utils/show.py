import sqlite3
import sys
from contextlib import closing

TABLES = "SELECT name, sql FROM sqlite_schema WHERE type = 'table'"

for path in sys.argv[1:]:
    with closing(sqlite3.connect(path)) as con:
        for name, sql in con.execute(TABLES).fetchall():
            print(sql)
            for row in con.execute(f'SELECT * FROM "{name}"'):
                print("   ", row)
