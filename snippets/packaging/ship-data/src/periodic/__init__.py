import sqlite3
import sys
from contextlib import closing
from importlib.resources import as_file, files

FIND = "SELECT name, number FROM elements WHERE symbol = ?"


# --8<-- [start:text]
def credits_text():
    file = files("periodic").joinpath("credits.txt")
    return file.read_text(encoding="utf-8").strip()
    # --8<-- [end:text]


# --8<-- [start:database]
def find(symbol):
    shipped = files("periodic").joinpath("elements.db")
    with as_file(shipped) as path:
        uri = f"{path.as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as con:
            return con.execute(FIND, (symbol,)).fetchone()
    # --8<-- [end:database]


def main():
    name, number = find(sys.argv[1])
    print(f"{sys.argv[1]} is {name}, number {number}")
    print(credits_text())
