import duckdb

with duckdb.connect("list.duckdb") as con:
    print("a new process:", con.sql("FROM books").fetchall())
