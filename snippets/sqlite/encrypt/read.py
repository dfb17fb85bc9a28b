from contextlib import closing

from vault import connect, read_key

with closing(connect("clinic.db", read_key())) as con:
    print(con.execute("SELECT * FROM patients").fetchall())
