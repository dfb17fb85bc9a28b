import shutil
import sqlite3
from contextlib import closing

from backup import back_up
from check import check

shutil.copy("backup.db", "journal.db")
with closing(sqlite3.connect("journal.db")) as con:
    con.execute("PRAGMA cache_size = 5")
    con.execute("UPDATE orders SET item = 'cake ' || item")
    shutil.copy("journal.db", "torn.db")
    con.rollback()

for path in ("journal.db", "torn.db"):
    with closing(sqlite3.connect(path)) as con:
        (health,) = con.execute("PRAGMA integrity_check").fetchone()
        orders = con.execute("SELECT id FROM orders").fetchall()
    print(path, "healthy" if health == "ok" else "damaged", end=", ")
    print("complete" if len(orders) == 1000 else "orders missing")

try:
    back_up("torn.db", "backup.db")
except RuntimeError:
    print("backup of torn.db refused")
check("backup.db")
