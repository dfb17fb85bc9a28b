from contextlib import closing

from migration import connect, version

with closing(connect("loans.db")) as con:
    print("version", version(con))
    print(con.execute("SELECT id, due FROM loans").fetchall())
