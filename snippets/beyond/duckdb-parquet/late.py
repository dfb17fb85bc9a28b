from pathlib import Path

import duckdb

Path("late.csv").write_text("days\n" + "7\n" * 50_000 + "seven\n")
with duckdb.connect() as con:
    try:
        con.sql("SELECT sum(days) FROM 'late.csv'").fetchall()
    except duckdb.ConversionException as error:
        print("ConversionException:", str(error).splitlines()[0])
    rows = con.read_csv("late.csv", dtype={"days": "VARCHAR"})
    print("last row:", rows.fetchall()[-1])
