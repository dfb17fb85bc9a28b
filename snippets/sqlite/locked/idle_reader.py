import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect("orders.db", autocommit=False)) as reader,
    closing(sqlite3.connect("orders.db", timeout=0.1)) as writer,
):
    reader.execute("SELECT item FROM orders").fetchall()

    writer.execute("INSERT INTO orders VALUES ('jam')")
    try:
        writer.commit()
    except sqlite3.OperationalError as error:
        print("commit:", error)

    reader.rollback()
    writer.commit()
    print("the reader is done; committed:", not writer.in_transaction)
