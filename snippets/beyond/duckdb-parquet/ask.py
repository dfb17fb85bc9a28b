import duckdb

with duckdb.connect() as con:
    con.sql(
        "SELECT borrower, count(*) AS loans, sum(days) AS days"
        " FROM 'loans.parquet' WHERE lent >= DATE '2026-01-01'"
        " GROUP BY borrower ORDER BY days DESC, borrower LIMIT 3"
    ).show()
    con.sql(
        "SELECT column_name, column_type"
        " FROM (DESCRIBE FROM 'loans.parquet')"
    ).show()
