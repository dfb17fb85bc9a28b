import pickle
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
from save import COLUMNS, pandas_books, polars_books

FORMATS = {
    "Parquet": ".parquet",
    "CSV": ".csv",
    "SQLite": ".db",
    "pickle": ".pickle",
}


def load(reader: Any, path: Path) -> Any:
    """Read a file as `reader`, pandas or polars, does by default."""
    if path.suffix == ".parquet":
        return reader.read_parquet(path)
    if path.suffix == ".csv":
        return reader.read_csv(path)
    if path.suffix == ".pickle":
        return pickle.loads(path.read_bytes())
    with closing(sqlite3.connect(path)) as con:
        read = pd.read_sql if reader is pd else pl.read_database
        return read("SELECT * FROM books", con)


def kind(frame: Any, name: str) -> str:
    """Return what both libraries call the type of a column."""
    if name not in frame.columns:
        return "index"
    dtype = frame[name].dtype
    ordered = isinstance(dtype, pl.Enum) or getattr(dtype, "ordered", 0)
    if ordered:
        return " < ".join(dtype.categories)
    zone = getattr(dtype, "tz", getattr(dtype, "time_zone", None))
    return str(zone or dtype).replace("String", "str")


def values(frame: Any, name: str) -> list[Any]:
    """Return the values of a column, each missing one as None."""
    column = frame[name] if name in frame.columns else frame.index
    return [None if pd.isna(value) else value for value in column]


def line(name: str, first: str, *cells: str) -> str:
    """Return a line of the table."""
    rest = "".join(f"{cell:8}" for cell in cells)
    return f"{name:7}{first:12}{rest}".rstrip()


for writer, own in (
    ("pandas", pandas_books()),
    ("polars", polars_books()),
):
    kinds = {name: kind(own, name) for name in COLUMNS}
    saved = ", ".join(f"{name} {kinds[name]}" for name in COLUMNS)
    print(f"{writer} saves {saved}")
    print()
    for reader in pd, pl:
        # a pickle has the writer's classes, so its reader is the writer
        same = writer == reader.__name__
        formats = [f for f in FORMATS if same or f != "pickle"]
        print(f"written by {writer}, read by {reader.__name__}:")
        print(line("", *formats))
        paths = [Path(writer).with_suffix(FORMATS[f]) for f in formats]
        backs = [load(reader, path) for path in paths]
        for name, before in kinds.items():
            cells = []
            for back in backs:
                after = kind(back, name)
                equal = values(back, name) == values(own, name)
                kept = equal and before.lower() == after.lower()
                cells.append("kept" if kept else after)
            print(line(name, *cells))
        print()
