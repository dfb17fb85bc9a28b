from notes import transaction

WRITE = """
    INSERT INTO notes (name, text) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET text = excluded.text
"""


def write(con, notes):
    with transaction(con):
        for name, text in notes.items():
            con.execute(WRITE, (name, text))


def erase(con, name):
    with transaction(con):
        con.execute("DELETE FROM notes WHERE name = ?", (name,))


def read(con):
    return dict(con.execute("SELECT name, text FROM notes"))


def export(con, path):
    file = path.open("w", encoding="utf-8")
    for name, text in read(con).items():
        file.write(f"{name}: {text}\n")
    file.close()
