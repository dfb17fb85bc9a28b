import sqlite3
from contextlib import closing

rows = [(n, f"reader {n}") for n in range(1000)]
sent = []
with closing(sqlite3.connect(":memory:")) as con:
    con.execute("CREATE TABLE readers (id INTEGER, name TEXT)")
    con.set_trace_callback(sent.append)
    for row in rows:
        with con:
            con.execute("INSERT INTO readers VALUES (?, ?)", row)
    print("a commit for each row:", sent.count("COMMIT"), "commits")
    sent.clear()
    with con:
        con.executemany("INSERT INTO readers VALUES (?, ?)", rows)
    print("executemany in one transaction:", sent.count("COMMIT"))
