from contextlib import closing

from notes import open_notes

with closing(open_notes()) as con:
    for (text,) in con.execute("SELECT text FROM notes"):
        print(text)
