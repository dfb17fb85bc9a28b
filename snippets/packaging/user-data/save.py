from contextlib import closing

from notes import open_notes

ADD = "INSERT INTO notes VALUES (?) ON CONFLICT DO NOTHING"

with closing(open_notes()) as con, con:
    con.execute(ADD, ("Buy tea",))
