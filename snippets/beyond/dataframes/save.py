import pickle
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import polars as pl

COLUMNS = {
    "id": [7, 3, 9],
    "isbn": ["0141439580", "0441013597", "0199535671"],
    "shelf": ["low", "high", None],
    "copies": [1, 2, 1],
    "pages": [474, None, 732],
    "lent": ["2026-01-05T09:30", "2026-07-01T12:00", None],
}
SHELVES = ["low", "high"]  # not the order of the alphabet
ZONE = "Europe/Paris"


def pandas_books() -> pd.DataFrame:
    """Return the books as pandas keeps them, with `id` as the index."""
    frame = pd.DataFrame(COLUMNS)
    frame["shelf"] = pd.Categorical(
        frame["shelf"], SHELVES, ordered=True
    )
    frame["copies"] = frame["copies"].astype("int8")
    frame["pages"] = frame["pages"].astype("Int64")
    frame["lent"] = pd.to_datetime(frame["lent"]).dt.tz_localize(ZONE)
    return frame.set_index("id")


def polars_books() -> pl.DataFrame:
    """Return the books as polars keeps them; it has no index."""
    lent = pl.col("lent").str.to_datetime(
        time_unit="us", time_zone=ZONE
    )
    return pl.DataFrame(COLUMNS).with_columns(
        pl.col("shelf").cast(pl.Enum(SHELVES)),
        pl.col("copies").cast(pl.Int8),
        lent,
    )


if __name__ == "__main__":
    books = pandas_books()
    books.to_parquet("pandas.parquet")
    books.to_csv("pandas.csv")
    with closing(sqlite3.connect("pandas.db")) as con:
        books.to_sql("books", con, if_exists="replace")
        con.commit()
    Path("pandas.pickle").write_bytes(pickle.dumps(books))

    rows = polars_books()
    rows.write_parquet("polars.parquet")
    rows.write_csv("polars.csv")
    rows.write_database(
        "books", "sqlite:///polars.db", if_table_exists="replace"
    )
    Path("polars.pickle").write_bytes(pickle.dumps(rows))
