import sqlite3
from contextlib import closing

import duckdb

with (
    closing(sqlite3.connect("loans.db")) as source,
    duckdb.connect() as con,
):
    con.execute(
        "CREATE TABLE loans (id BIGINT, lent DATE, borrower TEXT,"
        " days INTEGER, note TEXT)"
    )
    with con.appender("loans") as appender:
        appender.append_rows(source.execute("SELECT * FROM loans"))
    con.execute(
        "COPY (FROM loans ORDER BY lent, id) TO 'loans.parquet'"
        " (ROW_GROUP_SIZE 20_000)"
    )
    con.execute("COPY (FROM loans ORDER BY id) TO 'loans.csv'")
