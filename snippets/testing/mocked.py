from contextlib import closing
from unittest.mock import MagicMock

import notes
import store

store.WRITE = "INSRT INTO notes (name, text) VALUES (?, ?)"

con = MagicMock()
store.write(con, {"milk": "two bottles"})
con.execute.assert_any_call(store.WRITE, ("milk", "two bottles"))
print("with a mock: passed")

with closing(notes.connect("mocked.db")) as con:
    store.write(con, {"milk": "two bottles"})
