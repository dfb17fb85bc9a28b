from contextlib import closing

from database import connect

COUNT = "SELECT kind, count(n) FROM done GROUP BY kind ORDER BY kind"

with closing(connect("work.db")) as con:
    for kind, count in con.execute(COUNT):
        print(kind, count)
