from contextlib import closing

from migration import connect, version

with closing(connect("kept.db")) as con:
    print("version", version(con))
    print(con.execute("SELECT * FROM tasks").fetchall())
