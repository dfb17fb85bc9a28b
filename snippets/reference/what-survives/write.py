import shelve
import shutil
import sqlite3
import warnings
from contextlib import closing
from pathlib import Path

import files
from values import VALUES

# The default datetime adapter of sqlite3 warns since Python 3.12.
warnings.simplefilter("ignore", DeprecationWarning)

KEPT = Path("kept")
shutil.rmtree(KEPT, ignore_errors=True)
KEPT.mkdir()

with (
    shelve.open(str(KEPT / "shelf")) as shelf,
    closing(sqlite3.connect(KEPT / "kept.sqlite")) as con,
    con,
):
    con.execute("CREATE TABLE kept (name TEXT, value ANY) STRICT")
    insert = "INSERT INTO kept VALUES (?, ?)"
    refused = (TypeError, ValueError, OverflowError, sqlite3.Error)
    for name, value in VALUES.items():
        shelf[name] = value
        try:
            con.execute(insert, (name, value))
        except refused as error:
            print(f"sqlite  {name}: {type(error).__name__}")
        for format, (dumps, _) in files.FORMATS.items():
            try:
                (KEPT / f"{name}.{format}").write_bytes(dumps(value))
            except refused as error:
                print(f"{format:7} {name}: {type(error).__name__}")
