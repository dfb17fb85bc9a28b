import sqlite3
from contextlib import closing

import duckdb
import polars as pl
import pyarrow.parquet as pq

QUERY = (
    "SELECT borrower, sum(days) FROM {} GROUP BY borrower"
    " ORDER BY borrower"
)
with closing(sqlite3.connect("loans.db")) as con:
    expected = con.execute(QUERY.format("loans")).fetchall()
total = sum(days for _, days in expected)
print(len(expected), "borrowers,", total, "days")

answers = {}
with duckdb.connect() as con:
    for name in "loans.parquet", "loans.csv":
        query = QUERY.format(f"'{name}'")
        answers[f"DuckDB, {name}"] = con.execute(query).fetchall()

table = pq.read_table("loans.parquet", columns=["borrower", "days"])
sums = table.group_by("borrower").aggregate([("days", "sum")])
rows = (tuple(row.values()) for row in sums.to_pylist())
answers["pyarrow, loans.parquet"] = sorted(rows)

answers["polars, loans.parquet"] = (
    pl.scan_parquet("loans.parquet")
    .group_by("borrower")
    .agg(pl.col("days").sum())
    .sort("borrower")
    .collect()
    .rows()
)
for name, answer in answers.items():
    print(f"{name:23} equal to SQLite: {answer == expected}")
