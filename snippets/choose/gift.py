import dbm.dumb
import json
import pickle
import shelve
import sqlite3
from contextlib import closing
from pathlib import Path


class Gift:
    def __reduce__(self):
        return print, ("the stranger's code runs",)


Path("gift.json").write_text(json.dumps("hello"), encoding="utf-8")
Path("gift.pickle").write_bytes(pickle.dumps(Gift()))
with shelve.Shelf(dbm.dumb.open("gift", "n")) as shelf:
    shelf["note"] = Gift()
with closing(sqlite3.connect("gift.db")) as con:
    con.executescript("""
        DROP TABLE IF EXISTS notes;
        CREATE TABLE notes (text TEXT);
        INSERT INTO notes VALUES ('hello');
        CREATE TRIGGER surprise AFTER INSERT ON notes
            BEGIN DELETE FROM notes; END;
    """)
