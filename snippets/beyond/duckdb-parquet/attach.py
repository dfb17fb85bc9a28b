import duckdb

with duckdb.connect() as con:
    # without this line, DuckDB tries to download the extension
    con.execute("SET autoinstall_known_extensions = false")
    try:
        con.execute("ATTACH 'loans.db' (TYPE sqlite)")
    except duckdb.IOException as error:
        print("IOException:", str(error).splitlines()[-1])
