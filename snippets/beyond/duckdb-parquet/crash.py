import os

import duckdb

con = duckdb.connect("list.duckdb")
con.execute("CREATE OR REPLACE TABLE books (title TEXT)")
con.execute("INSERT INTO books VALUES ('Emma')")
con.execute("BEGIN")
con.execute("INSERT INTO books VALUES ('Dune')")
books = con.execute("FROM books").fetchall()
print("before the commit:", books, flush=True)
os._exit(0)  # ends here, without a commit or a close
