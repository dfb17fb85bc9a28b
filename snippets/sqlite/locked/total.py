from contextlib import closing

from database import connect

with closing(connect("counter.db")) as con:
    (n,) = con.execute("SELECT n FROM counter").fetchone()
    print(n)
