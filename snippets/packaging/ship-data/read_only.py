import sqlite3
import sys
from contextlib import closing
from importlib.resources import as_file, files

sys.path.insert(0, "src")

with as_file(files("periodic").joinpath("elements.db")) as path:
    uri = f"{path.as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as con:
        con.execute("INSERT INTO elements VALUES ('Ag', 'silver', 47)")
