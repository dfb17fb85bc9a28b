from contextlib import closing

from cache_file import connect
from primes import count_primes

with closing(connect("cache.db")) as con:
    con.execute("UPDATE cache SET expires = 0")  # long ago

    print(count_primes(100_000))
    (rows,) = con.execute("SELECT count(*) FROM cache").fetchone()
    print("rows:", rows)
