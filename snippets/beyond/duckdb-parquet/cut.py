from pathlib import Path

import duckdb
import pyarrow.parquet as pq

whole = Path("loans.parquet").read_bytes()
Path("cut.parquet").write_bytes(whole[:-1])
for read in duckdb.read_parquet, pq.read_table:
    try:
        read("cut.parquet")
    except (ValueError, duckdb.Error) as error:
        print(f"{type(error).__name__}: {error}")
