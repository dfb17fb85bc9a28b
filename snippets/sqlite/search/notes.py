import sqlite3

SCHEMA = """
    CREATE TABLE IF NOT EXISTS notes (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL
    );
    CREATE VIRTUAL TABLE IF NOT EXISTS notes_index
    USING fts5 (text, content = 'notes', content_rowid = 'id');

    CREATE TRIGGER IF NOT EXISTS notes_insert AFTER INSERT ON notes
    BEGIN
        INSERT INTO notes_index (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER IF NOT EXISTS notes_delete AFTER DELETE ON notes
    BEGIN
        INSERT INTO notes_index (notes_index, rowid, text)
        VALUES ('delete', old.id, old.text);
    END;
    CREATE TRIGGER IF NOT EXISTS notes_update AFTER UPDATE ON notes
    BEGIN
        INSERT INTO notes_index (notes_index, rowid, text)
        VALUES ('delete', old.id, old.text);
        INSERT INTO notes_index (rowid, text) VALUES (new.id, new.text);
    END;
"""


def connect(path):
    con = sqlite3.connect(path)
    con.executescript(SCHEMA)
    return con
