import sqlite3
from contextlib import closing

with (
    closing(sqlite3.connect("orders.db")) as reader,
    closing(sqlite3.connect("orders.db", timeout=0.1)) as writer,
):
    orders = reader.execute("SELECT item FROM orders")
    orders.fetchone()  # and the other rows?

    writer.execute("INSERT INTO orders VALUES ('milk')")
    try:
        writer.commit()
    except sqlite3.OperationalError as error:
        print("commit:", error)

    orders.fetchall()
    writer.commit()
    print("all rows read; committed:", not writer.in_transaction)
