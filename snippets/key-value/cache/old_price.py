import pickle
from contextlib import closing
from pathlib import Path

from cache_file import connect

Path("prices.db").unlink(missing_ok=True)


class Price:
    pass


OLD = pickle.dumps(Price())
with closing(connect("prices.db")) as con:
    for version in 1, 2:
        row = (f'["price", {version}, ["cup"]]', OLD, 1e11)
        con.execute("REPLACE INTO cache VALUES (?, ?, ?)", row)
    for (key,) in con.execute("SELECT key FROM cache ORDER BY key"):
        print(key)
