from pathlib import Path

PIECE = 64 * 1024  # bytes
TABLE = """
    CREATE TABLE IF NOT EXISTS files (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        data BLOB NOT NULL
    )
"""
RESERVE = "INSERT INTO files (name, data) VALUES (?, zeroblob(?))"


def put(con, path):
    path = Path(path)
    with con, path.open("rb") as file:
        con.execute("DELETE FROM files WHERE name = ?", (path.name,))
        size = path.stat().st_size
        row = con.execute(RESERVE, (path.name, size)).lastrowid
        with con.blobopen("files", "data", row) as blob:
            while piece := file.read(PIECE):
                blob.write(piece)


def pieces(con, name):
    find = "SELECT id FROM files WHERE name = ?"
    (row,) = con.execute(find, (name,)).fetchone()
    with con.blobopen("files", "data", row, readonly=True) as blob:
        while piece := blob.read(PIECE):
            yield piece
