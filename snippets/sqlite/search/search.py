FIND = """
    SELECT rowid, highlight(notes_index, 0, '[', ']')
    FROM notes_index WHERE notes_index MATCH ?
    ORDER BY rank, rowid
"""


def quote(text):
    words = text.replace("\0", " ").split()
    words = [word.replace('"', '""') for word in words]
    return " ".join(f'"{word}"' for word in words)


def search(con, text):
    query = quote(text)
    return con.execute(FIND, (query,)).fetchall() if query else []
