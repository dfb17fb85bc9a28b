import sqlite3
from contextlib import closing

WITH_INK = """
    SELECT strftime('%H:%M', placed), json_extract(items, '$[0]')
    FROM orders
    WHERE 'ink' IN (SELECT value FROM json_each(items))
"""

with closing(sqlite3.connect("shop.db")) as con:
    print(con.execute(WITH_INK).fetchall())
