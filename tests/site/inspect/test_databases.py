"""Looking into a database of the folder: its tables, as last committed."""

import pickle
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def books(tmp_path: Path) -> Path:
    path = tmp_path / "books.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE book (title TEXT, year INTEGER, cover BLOB)")
        connection.executemany(
            "INSERT INTO book VALUES (?, ?, ?)",
            [(f"Book {n}", n, bytes([n])) for n in range(120)],
        )
        connection.execute("CREATE VIEW old AS SELECT * FROM book WHERE year < 3")
        connection.execute("PRAGMA user_version = 7")
        connection.commit()
    return path


def texts(shown: dict[str, Any]) -> list[list[str]]:
    return [[cell["text"] for cell in row] for row in shown["rows"]]


def test_a_database_shows_its_tables_schema_and_first_rows(inspect: Any, books: Path) -> None:
    shown = inspect(books)
    assert shown["kind"] == "sqlite"
    assert shown["journal_mode"] == "delete"
    assert shown["user_version"] == 7
    assert shown["tables"] == [
        {"name": "book", "type": "table", "rows": 120},
        {"name": "old", "type": "view", "rows": None},
    ]
    assert shown["schema"][0] == "CREATE TABLE book (title TEXT, year INTEGER, cover BLOB)"
    assert shown["columns"] == ["title", "year", "cover"]
    assert texts(shown)[1] == ["Book 1", "1", "01"]
    assert len(shown["rows"]) == shown["limit"] == 50


def test_rows_come_by_the_page_and_from_the_table_asked_for(inspect: Any, books: Path) -> None:
    shown = inspect(books, table="book", offset=100, limit=50)
    assert [row[0] for row in texts(shown)] == [f"Book {n}" for n in range(100, 120)]
    assert len(inspect(books, table="old")["rows"]) == 3


def test_a_database_is_known_by_its_header_whatever_its_name(inspect: Any, books: Path) -> None:
    odd = books.rename(books.with_name("naïve 'x\" ?#%20.jsonné🐍"))
    assert inspect(odd)["tables"][0]["rows"] == 120


def test_a_table_of_an_odd_name_is_shown(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "odd.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute('CREATE TABLE "a ""b"" [c]; --" ("select" TEXT)')
        connection.execute('INSERT INTO "a ""b"" [c]; --" VALUES (?)', ("x" * 1000,))
        connection.execute('INSERT INTO "a ""b"" [c]; --" VALUES (CAST(x\'ff41\' AS TEXT))')
        connection.commit()
    shown = inspect(path)
    assert shown["table"] == 'a "b" [c]; --'
    assert shown["rows"][0] == [{"type": "text", "text": "x" * 500, "size": 1000}]
    assert shown["rows"][1][0]["text"] == "\\xffA"


def test_values_carry_their_storage_class_and_long_ones_are_cut(
    inspect: Any, tmp_path: Path
) -> None:
    path = tmp_path / "values.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (v)")
        values = [None, 2**63 - 1, 0.5, float("inf"), "é", bytes(200)]
        connection.executemany("INSERT INTO t VALUES (?)", [(value,) for value in values])
        connection.commit()
    cells = [row[0] for row in inspect(path)["rows"]]
    assert [(cell["type"], cell["text"]) for cell in cells[:5]] == [
        ("null", "NULL"),
        ("integer", "9223372036854775807"),
        ("real", "0.5"),
        ("real", "inf"),
        ("text", "é"),
    ]
    assert cells[5] == {"type": "blob", "text": bytes(64).hex(" "), "size": 200}


def test_of_a_wal_database_the_committed_rows_are_shown(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "wal.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("CREATE TABLE t (v)")
        connection.execute("INSERT INTO t VALUES ('committed, and in the -wal alone')")
        connection.execute("BEGIN")
        size = path.with_name("wal.db-wal").stat().st_size
        connection.executemany("INSERT INTO t VALUES (?)", [("open" * 500,)] * 50)
        assert path.with_name("wal.db-wal").stat().st_size > size, "nothing uncommitted to see"
        shown = inspect(path)
        connection.execute("ROLLBACK")
    assert shown["journal_mode"] == "wal"
    assert [one["name"] for one in shown["journals"]] == ["wal.db-wal", "wal.db-shm"]
    assert texts(shown) == [["committed, and in the -wal alone"]]


def test_of_a_killed_writer_the_rows_before_its_transaction_are_shown(
    inspect: Any, tmp_path: Path
) -> None:
    path, left = tmp_path / "live.db", tmp_path / "left"
    left.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("CREATE TABLE t (v)")
        connection.execute("INSERT INTO t VALUES ('kept')")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?)", [("lost" * 500,)] * 50)
        for file in tmp_path.glob("live.db*"):
            (left / file.name).write_bytes(file.read_bytes())
        connection.execute("ROLLBACK")
    assert (left / "live.db").stat().st_size > 3 * 4096, "nothing was written yet"
    shown = inspect(left / "live.db")
    assert [one["name"] for one in shown["journals"]] == ["live.db-journal"]
    assert texts(shown) == [["kept"]]


def test_a_damaged_database_says_so_and_shows_what_is_left(inspect: Any, books: Path) -> None:
    whole = books.read_bytes()
    books.write_bytes(whole[:4096] + b"\xff" * 4096 + whole[8192:])
    shown = inspect(books)
    assert shown["kind"] == "sqlite"
    assert "malformed" in shown["error"]
    assert shown["schema"]
    books.write_bytes(whole[:60])
    assert inspect(books)["error"]
    assert inspect(books, **{"as": "bytes"})["lines"][0]["ascii"].startswith("SQLite format 3")


def test_a_view_without_end_is_given_up(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "endless.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE VIEW v AS WITH RECURSIVE n(i) AS"
            " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
        )
    assert inspect(path)["error"] == "interrupted"


def test_a_shelf_of_dbm_sqlite3_shows_its_rows(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    with closing(sqlite3.connect(path)) as connection:  # as dbm.sqlite3 of Python 3.13 makes it
        connection.execute("CREATE TABLE Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)")
        connection.execute("INSERT INTO Dict VALUES (?, ?)", (b"emma", pickle.dumps(1815)))
        connection.commit()
    shown = inspect(path)
    assert shown["tables"] == [{"name": "Dict", "type": "table", "rows": 1}]
    assert texts(shown)[0][0] == b"emma".hex(" ")
