from contextlib import closing

from database import connect

COUNT = "SELECT count(*), count(DISTINCT seat) FROM tickets"

with closing(connect()) as con:
    (free,) = con.execute("SELECT free FROM sale").fetchone()
    print("free", free)
    print("tickets, seats", *con.execute(COUNT).fetchone())
