import sqlite3
from contextlib import closing

import pandas as pd
import polars as pl
from save import SHELVES, ZONE, pandas_books, polars_books

types = {
    "isbn": "str",
    "shelf": pd.CategoricalDtype(SHELVES, ordered=True),
    "copies": "int8",
    "pages": "Int64",
}

books = pd.read_csv("pandas.csv", index_col="id", dtype=types)
lent = pd.to_datetime(books["lent"], utc=True)
books["lent"] = lent.dt.tz_convert(ZONE)
pd.testing.assert_frame_equal(books, pandas_books())
print("CSV, pandas: everything is back")

with closing(sqlite3.connect("pandas.db")) as con:
    query = "SELECT * FROM books"
    books = pd.read_sql(query, con, index_col="id", dtype=types)
lent = pd.to_datetime(books["lent"], utc=True)
books["lent"] = lent.dt.tz_convert(ZONE)
pd.testing.assert_frame_equal(books, pandas_books())
print("SQLite, pandas: everything is back")

schema = polars_books().schema | {"lent": pl.String}
rows = pl.read_csv("polars.csv", schema=schema).with_columns(
    pl.col("lent")
    .str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%z")
    .dt.convert_time_zone(ZONE)
)
same = rows.equals(polars_books())
print("CSV, polars:", same and rows.schema == polars_books().schema)

nullable = pd.read_parquet(
    "polars.parquet", dtype_backend="numpy_nullable"
)
print("Parquet of polars, pandas:", nullable["pages"].to_list())

other = pl.read_parquet("pandas.parquet").drop_nulls("shelf")
print("sorted by polars:", other.sort("shelf")["shelf"].to_list())
enum = other.with_columns(pl.col("shelf").cast(pl.Enum(SHELVES)))
print("as an Enum:", enum.sort("shelf")["shelf"].to_list())
