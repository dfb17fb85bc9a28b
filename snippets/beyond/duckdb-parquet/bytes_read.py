import io
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq


class CountingFile(io.FileIO):
    """A file that counts the bytes that are read."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as a file does."""
        data = super().read(-1 if size is None else size)
        self.count += len(data)
        return data


def show(what: str, count: int, days: int) -> None:
    """Print how many bytes were read, to ten kB, and the answer."""
    print(f"{what:24} {round(count / 1000, -1):5.0f} kB {days:8}")


def parquet(what: str, **options: Any) -> None:
    """Read `days` from the Parquet file, and count."""
    with CountingFile("loans.parquet") as file:
        table = pq.read_table(file, **options)
        show(what, file.count, pc.sum(table["days"]).as_py())


with closing(sqlite3.connect("loans.db")) as con:
    query = "SELECT sum(days) FROM loans"
    plan = con.execute(f"EXPLAIN QUERY PLAN {query}").fetchone()[-1]
    days = con.execute(query).fetchone()[0]
show(f"SQLite, {plan}", Path("loans.db").stat().st_size, days)
parquet("Parquet, all columns")
parquet("Parquet, one column", columns=["days"])
since = ("lent", ">=", date(2026, 9, 1))
parquet("the same since September", columns=["days"], filters=[since])

with CountingFile("loans.parquet") as file:
    groups = pq.ParquetFile(file).metadata.num_row_groups
    print(f"the end of the file: {file.count} bytes, {groups} groups")
