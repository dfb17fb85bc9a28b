import duckdb

UPDATE = "UPDATE {} SET days = 14 WHERE id = 1"
with duckdb.connect() as con:
    try:
        con.execute(UPDATE.format("'loans.parquet'"))
    except duckdb.BinderException as error:
        print("BinderException:", error)
    con.execute("CREATE TABLE loans AS FROM 'loans.parquet'")
    con.execute(UPDATE.format("loans"))
    con.execute("COPY loans TO 'changed.parquet'")
    check = "SELECT days FROM 'changed.parquet' WHERE id = 1"
    print(con.execute(check).fetchone())
