import sys
from contextlib import closing

from notes import connect
from store import write

text, synchronous = sys.argv[1:] or ("old", "FULL")
with closing(connect("notes.db")) as con:
    con.execute(f"PRAGMA synchronous = {synchronous}")
    write(con, {"shopping": text})
    print("saved", flush=True)
