import sqlite3
from contextlib import closing
from pathlib import Path

ledger, spare = Path("ledger.db"), Path("spare.db")
ledger.unlink(missing_ok=True)
with closing(sqlite3.connect(ledger)) as con, con:
    con.execute("CREATE TABLE orders (item TEXT)")
    rows = [(f"order {n}",) for n in range(1000)]
    con.executemany("INSERT INTO orders VALUES (?)", rows)
spare.write_bytes(ledger.read_bytes())  # nothing has it open

data = bytearray(ledger.read_bytes())
data[4096:4200] = b"\xff" * 104  # the head of the second page
ledger.write_bytes(data)
