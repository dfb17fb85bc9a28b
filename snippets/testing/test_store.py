import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import store


def test_a_note_is_kept(open_notes):
    store.write(open_notes(), {"milk": "two bottles"})
    assert store.read(open_notes()) == {"milk": "two bottles"}


def test_an_error_leaves_nothing(open_notes):
    con = open_notes()
    with pytest.raises(sqlite3.IntegrityError):
        store.write(con, {"milk": "two bottles", "tea": None})
    store.write(con, {"coffee": "one bag"})
    assert store.read(open_notes()) == {"coffee": "one bag"}


def test_an_old_file_is_read(open_notes, tmp_path):
    old = Path("version1.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(tmp_path / "notes.db")) as con:
        con.executescript(old)
    con = open_notes()
    assert store.read(con) == {"milk": "one bottle"}
    con.execute("UPDATE notes SET pinned = 1")


def test_an_export_is_a_line_a_note(open_notes, tmp_path):
    con = open_notes()
    store.write(con, {"milk": "two bottles"})
    store.export(con, tmp_path / "notes.txt")
    text = (tmp_path / "notes.txt").read_text(encoding="utf-8")
    assert text == "milk: two bottles\n"
