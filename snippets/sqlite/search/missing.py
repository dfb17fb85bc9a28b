import sqlite3
from contextlib import closing

MODULE = "SELECT count(*) FROM pragma_module_list WHERE name = ?"

with closing(sqlite3.connect(":memory:")) as con:
    for module in "fts5", "fts6":
        (there,) = con.execute(MODULE, (module,)).fetchone()
        print(module, "is there:", bool(there))
    con.execute("CREATE VIRTUAL TABLE notes_index USING fts6 (text)")
