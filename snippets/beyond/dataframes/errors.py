import sqlite3
from contextlib import closing
from io import StringIO

import pandas as pd
import pyarrow as pa

mixed = pd.DataFrame({"isbn": ["0141439580", 441013597]})
try:
    mixed.to_parquet("mixed.parquet")
except pa.ArrowTypeError as error:
    print("ArrowTypeError:", error)
mixed.astype({"isbn": "str"}).to_parquet("mixed.parquet")
print(pd.read_parquet("mixed.parquet")["isbn"].to_list())

books = pd.read_parquet("pandas.parquet")
with closing(sqlite3.connect("again.db")) as con:
    books.to_sql("books", con, if_exists="replace")
    try:
        books.to_sql("books", con)
    except ValueError as error:
        print("ValueError:", error)
    books.to_sql("books", con, if_exists="append")
    con.commit()
    print(con.execute("SELECT count(*) FROM books").fetchone())

CSV = "name,number\nAda,9007199254740993\nGrace,\n"
for types in None, {"number": "Int64"}:
    people = pd.read_csv(StringIO(CSV), dtype=types)
    print(people["number"].dtype, int(people["number"][0]))
