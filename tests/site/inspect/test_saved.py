"""What the side files of a database change, and what is saved of a damaged one."""

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.support import left_behind


def said(shown: dict[str, Any]) -> str:
    return " ".join(each["text"] for each in shown["findings"])


@contextmanager
def made(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # each INSERT is a commit
        yield connection


def saved(inspector: Any, path: Path, what: str, table: str = "") -> tuple[Path, str]:
    folder = path.parent / "saved"
    folder.mkdir(exist_ok=True)
    done = inspector.save(str(path), what, str(folder), table)
    return Path(done["path"]), done["says"]


def rows(path: Path, query: str) -> list[Any]:
    with made(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return connection.execute(query).fetchall()


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """What a killed writer leaves: a.db with its -wal, b.db with a hot journal."""
    folder = tmp_path / "left"
    folder.mkdir()
    in_file = ["CREATE TABLE t (v)", "INSERT INTO t VALUES ('in the file')"]
    left_behind.with_wal(folder, in_file, ["INSERT INTO t VALUES ('in the -wal alone')"])
    with made(tmp_path / "b.db") as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("CREATE TABLE t (v)")
        connection.execute("INSERT INTO t VALUES ('kept')")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?)", [("lost" * 500,)] * 50)
        for name in ("b.db", "b.db-journal"):
            (folder / name).write_bytes((tmp_path / name).read_bytes())
    return folder


def test_commits_that_are_only_in_the_wal_are_told_and_folded_in(
    inspect: Any, inspector: Any, left: Path
) -> None:
    shown = inspect(left / "a.db")
    text = "The -wal holds 1 commit (1 page). 1 page of it is not yet in the database:"
    assert text in said(shown)
    assert "Rows of t: 1 in the file alone, 2 with it." in said(shown)
    assert said(inspect(left / "a.db", offset=1)) == said(shown), "told by the first look alone"
    path, _ = saved(inspector, left / "a.db", "folded")
    assert [row[0] for row in rows(path, "SELECT v FROM t")] == [
        "in the file",
        "in the -wal alone",
    ]
    assert "2 commits" not in said(inspect(left / "a.db"))
    (left / "a.db-wal").unlink()
    assert "if there is a file of its name with -wal, choose both" in said(
        inspect(left / "a.db")
    )


def test_a_wal_that_is_in_the_file_too_is_told_as_such(inspect: Any, left: Path) -> None:
    with made(left.parent / "c.db") as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE t (v)")
        connection.execute("PRAGMA wal_checkpoint")
        for name in ("c.db", "c.db-wal"):
            (left / name).write_bytes((left.parent / name).read_bytes())
    assert "All of it is in the database file, too" in said(inspect(left / "c.db"))
    damaged = bytearray((left / "a.db-wal").read_bytes())
    damaged[100] ^= 1
    (left / "a.db-wal").write_bytes(damaged)
    assert "The -wal beside it holds no commit" in said(inspect(left / "a.db"))


def test_a_hot_journal_is_told_with_what_it_undoes(
    inspect: Any, inspector: Any, left: Path
) -> None:
    shown = inspect(left / "b.db")
    assert "A hot journal is beside it: a transaction was cut off." in said(shown)
    assert "and the file to 2 pages" in said(shown)
    path, _ = saved(inspector, left / "b.db", "folded")
    assert rows(path, "SELECT v FROM t") == [("kept",)]
    (left / "b.db-journal").write_bytes(bytes(512))
    assert "not hot" in said(inspect(left / "b.db"))


@pytest.fixture
def books(tmp_path: Path) -> Path:
    path = tmp_path / "books.db"
    with made(path) as connection:
        connection.execute("PRAGMA page_size = 1024")
        connection.execute(
            "CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT, price REAL, cover BLOB,"
            " short TEXT GENERATED ALWAYS AS (substr(title, 1, 3)))"
        )
        connection.execute("CREATE UNIQUE INDEX by_title ON book (title)")
        connection.execute("CREATE TABLE tag (name TEXT PRIMARY KEY) WITHOUT ROWID")
        connection.execute("CREATE VIEW cheap AS SELECT * FROM book WHERE price < 3")
        connection.executemany(
            "INSERT INTO book (id, title, price, cover) VALUES (?, ?, ?, ?)",
            [(3 * n, f"Käse {n}", n / 2, bytes([n % 256]) * (n * 7)) for n in range(400)],
        )
        connection.execute("INSERT INTO tag VALUES ('old')")
        connection.execute("ALTER TABLE book ADD COLUMN lent INTEGER DEFAULT 0")
        connection.execute("PRAGMA user_version = 7")
        connection.execute("PRAGMA application_id = -5")
    return path


def test_a_clean_copy_of_a_whole_database_has_all_of_it(inspector: Any, books: Path) -> None:
    path, says = saved(inspector, books, "clean")
    assert "0 damaged pages skipped" in says
    for query in (
        "SELECT * FROM book",
        "SELECT * FROM tag",
        "SELECT * FROM cheap",
        "SELECT type, name, sql FROM sqlite_master ORDER BY name",
        "PRAGMA user_version",
        "PRAGMA application_id",
    ):
        assert rows(path, query) == rows(books, query), query


def test_of_a_damaged_database_all_other_rows_are_saved(
    inspect: Any, inspector: Any, books: Path
) -> None:
    data = books.read_bytes()
    everything = dict(rows(books, "SELECT id, title FROM book"))
    pages = [data[at : at + 1024] for at in range(0, len(data), 1024)]
    leaves = [number for number, page in enumerate(pages) if page[0] == 0x0D and number > 3]
    for wrecked in (leaves[:1], leaves[5:12], leaves[::3]):
        damaged = list(pages)
        for number in wrecked:
            damaged[number] = b"\xff" * 1024
        books.write_bytes(b"".join(damaged))
        assert inspect(books, **{"as": "check"})["findings"][0]["level"] == "bad"
        path, says = saved(inspector, books, "clean")
        found = dict(rows(path, "SELECT id, title FROM book"))
        assert 0 < len(found) < len(everything)
        assert found.items() <= everything.items()
        assert f"{len(wrecked)} damaged page" in says
        on_wrecked = sum(int.from_bytes(pages[number][3:5], "big") for number in wrecked)
        assert len(everything) - len(found) == on_wrecked


def test_rows_that_no_table_leads_to_are_kept_apart(inspector: Any, books: Path) -> None:
    data = books.read_bytes()
    root = rows(books, "SELECT rootpage FROM sqlite_master WHERE name = 'book'")[0][0]
    books.write_bytes(data[: (root - 1) * 1024] + bytes(1024) + data[root * 1024 :])
    path, says = saved(inspector, books, "clean")
    assert "rows that no table led to: in the table lost_and_found" in says
    assert ("Käse 399",) in rows(path, "SELECT c1 FROM lost_and_found")


def test_a_table_is_saved_as_csv_and_json(inspector: Any, books: Path) -> None:
    path, says = saved(inspector, books, "csv", "book")
    assert says.startswith("400 rows.") and path.name == "books.book.csv"
    with path.open(encoding="utf-8", newline="") as opened:
        found = list(csv.DictReader(opened))
    assert found[2] == {
        "id": "6",
        "title": "Käse 2",
        "price": "1.0",
        "cover": "02" * 14,
        "short": "Käs",
        "lent": "0",
    }
    path, _ = saved(inspector, books, "json", "book")
    assert json.loads(path.read_text("utf-8"))[2]["cover"] == "02" * 14
    assert len(json.loads(path.read_text("utf-8"))) == 400


def test_integrity_check_is_told_in_words(inspect: Any, books: Path) -> None:
    (found,) = inspect(books, **{"as": "check"})["findings"]
    assert found["text"] == "integrity_check: ok. Every page, row and index is in order."
    lost = books.with_name("lost.db")
    with made(lost) as connection:
        connection.execute("CREATE TABLE t (v UNIQUE)")
        connection.execute("CREATE TABLE gone (v)")
        connection.execute("PRAGMA writable_schema = on")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'gone'")
    texts = [each["text"] for each in inspect(lost, **{"as": "check"})["findings"]]
    assert "A page belongs to nothing: only space is lost" in " ".join(texts)
    books.write_bytes(books.read_bytes()[:-2048])
    shown = inspect(books)
    assert "its end is missing" in said(shown)
    texts = [each["text"] for each in inspect(books, **{"as": "check"})["findings"]]
    assert "complaint" in texts[0]
