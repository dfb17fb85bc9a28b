from weight import megabytes, modules

for package in "duckdb", "pyarrow":
    print(f"{package:24}{round(megabytes(package), -1):4.0f} MB")

for name in "sqlite3", "duckdb", "pyarrow.parquet":
    loaded = modules(f"import {name}")
    print(f"import {name:17}{round(loaded, -1):4} modules")
