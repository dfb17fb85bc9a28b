from contextlib import closing

from vault import connect, read_key

with closing(connect("clinic.db", read_key())) as con, con:
    con.execute("CREATE TABLE IF NOT EXISTS patients (name, illness)")
    con.execute("DELETE FROM patients")
    con.execute("INSERT INTO patients VALUES ('Ada Byron', 'measles')")
