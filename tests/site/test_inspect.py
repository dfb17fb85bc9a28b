"""A look into a file shows what is in it, changes nothing and runs nothing."""

import dbm.dumb
import json
import os
import pickle
import shelve
import sqlite3
import struct
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

SOURCE = Path(__file__).parents[2] / "web" / "src"


@pytest.fixture(scope="module")
def inspect() -> Iterator[Any]:
    sys.path.insert(0, str(SOURCE))
    import inspect_file

    def look(path: Path, **options: Any) -> dict[str, Any]:
        """Look, and check that it could be sent to the page and that nothing has changed."""
        before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        times = {file: file.stat().st_mtime_ns for file in before}
        shown = json.loads(json.dumps(inspect_file.inspect(str(path), options)))
        json.dumps(shown, ensure_ascii=False).encode("utf-8")
        after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        assert after == before
        assert {file: file.stat().st_mtime_ns for file in after} == times
        return dict(shown)

    yield look
    sys.path.remove(str(SOURCE))


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


class Malicious:
    """Leaves a file behind when it is loaded."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.mark),)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_malicious_pickle_is_shown_and_not_executed(
    inspect: Any, tmp_path: Path, protocol: int
) -> None:
    mark = tmp_path / "executed"
    path = tmp_path / "bad.pickle"
    path.write_bytes(pickle.dumps(Malicious(mark), protocol))
    shown = inspect(path)
    assert shown["kind"] == "pickle"
    assert "REDUCE" in [line["name"] for line in shown["opcodes"]]
    assert "mkdir" in " ".join(line["argument"] for line in shown["opcodes"])
    assert not mark.exists()
    pickle.loads(path.read_bytes())
    assert mark.exists(), "this pickle would have shown nothing"


def test_all_pickles_of_a_file_are_shown(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(pickle.dumps([1]) + pickle.dumps("two") + b"~")
    lines = inspect(path)["opcodes"]
    assert [line["pickle"] for line in lines if line.get("name") == "STOP"] == [1, 2]
    assert lines[-1]["pickle"] == 3
    assert "unknown" in lines[-1]["error"]


def test_a_pickle_cut_short_is_shown_up_to_there(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "short.pkl"
    path.write_bytes(pickle.dumps({"title": "Emma"})[:-3])
    lines = inspect(path)["opcodes"]
    assert "'Emma'" in [line.get("argument") for line in lines]
    assert "error" in lines[-1]


def test_a_long_pickle_comes_by_the_page_and_is_cut(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.pickle"
    path.write_bytes(pickle.dumps([b"x" * 1000, 10**5000, "y" * 1000, *range(400_000)]))
    first = inspect(path, limit=20)
    assert first["more"] and len(first["opcodes"]) == 20
    assert first["cut"] == 1024 * 1024
    arguments = [line["argument"] for line in first["opcodes"]]
    assert any(one.endswith("… (1,000 bytes)") for one in arguments)
    assert any(one.endswith("… (1,000 characters)") for one in arguments)
    assert any("bits" in one for one in arguments)
    second = inspect(path, limit=20, offset=20)
    assert second["opcodes"][0]["at"] > first["opcodes"][-1]["at"]


def test_no_bytes_make_the_look_fail(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "any.pickle"
    whole = pickle.dumps([Path("x"), b"y", 1 << 70, {"z": 0.5}], 2)
    for place in range(len(whole)):
        for value in (0, 46, 76, 128, 141, 142, 150, 255):
            path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
            assert inspect(path)["opcodes"]
    path.write_bytes(b"L" + b"9" * 5000 + b"L\n.")
    assert "error" in inspect(path)["opcodes"][-1]
    path.write_bytes(b"\x8e" + struct.pack("<Q", 2**60) + b".")
    assert "error" in inspect(path)["opcodes"][-1]


def test_a_shelf_of_dbm_dumb_shows_the_pickle_of_each_key(inspect: Any, tmp_path: Path) -> None:
    with shelve.Shelf[Any](cast(Any, dbm.dumb.open(str(tmp_path / "shelf")))) as shelf:
        shelf["emma"] = {"year": 1815}
        shelf["käse"] = [1, 2]
    lines = inspect(tmp_path / "shelf.dat")["opcodes"]
    assert {line["key"] for line in lines} == {"emma", "käse"}
    assert [line["at"] for line in lines if line["name"] == "PROTO"] == [0, 512]
    assert not [line for line in lines if "error" in line]
    index = inspect(tmp_path / "shelf.dir")
    assert index["kind"] == "text" and "emma" in index["text"]


def test_a_shelf_of_dbm_sqlite3_shows_its_rows(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "shelf"
    with closing(sqlite3.connect(path)) as connection:  # as dbm.sqlite3 of Python 3.13 makes it
        connection.execute("CREATE TABLE Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)")
        connection.execute("INSERT INTO Dict VALUES (?, ?)", (b"emma", pickle.dumps(1815)))
        connection.commit()
    shown = inspect(path)
    assert shown["tables"] == [{"name": "Dict", "type": "table", "rows": 1}]
    assert texts(shown)[0][0] == b"emma".hex(" ")


@pytest.mark.parametrize(
    ("name", "content", "kind", "complaint"),
    [
        ("a.json", '{"a": [1, "é"]}', "json", None),
        ("b.json", '{"a": [1,]}', "json", "line 1 column"),
        ("deep.json", "[" * 100_000, "json", "recursion"),
        ("state", '{"a": 1}', "json", None),
        ("log.jsonl", '{"a": 1}\n\n{"a": 2}\n', "jsonl", None),
        ("bad.jsonl", '{"a": 1}\n{"a"', "jsonl", "Expecting"),
        ("a.csv", 'a,b\n1,"x, y"\n', "csv", None),
        ("b.csv", "a,b\n1\n", "csv", "row 2 has 1 fields, row 1 has 2"),
        ("c.csv", 'a,"b\n1', "csv", "unexpected end"),
        ("a.tsv", "a\tb, c\n1\t2\n", "tsv", None),
        ("a.toml", "a = 1\n[b]\nc = 2\n", "toml", None),
        ("b.toml", "a = \n", "toml", "line 1"),
    ],
)
def test_a_text_is_shown_with_whether_it_parses(
    inspect: Any, tmp_path: Path, name: str, content: str, kind: str, complaint: str | None
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8", newline="")
    shown = inspect(path)
    assert shown["kind"] == kind
    assert shown["text"] == content[: 64 * 1024]
    if complaint is None:
        assert shown["complaint"] is None
    else:
        assert complaint in shown["complaint"]


def test_other_text_is_shown_as_it_is(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes("\ufeffnaïve\r\n<script>alert(1)</script>\n".encode())
    assert inspect(path)["text"] == "naïve\r\n<script>alert(1)</script>\n"
    path.write_bytes("wide".encode("utf-16"))
    assert inspect(path)["text"] == "wide"
    path.write_bytes("na\xefve in another encoding".encode("latin-1"))
    shown = inspect(path)
    assert shown["text"] == "na\\xefve in another encoding"
    assert "0xef in position 2" in shown["encoding_error"]


def test_a_long_text_is_cut_between_characters(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    path.write_text("é" * 600_000, "utf-8")
    shown = inspect(path)
    assert shown["text"] == "é" * shown["cut"]
    assert shown["encoding_error"] is None
    assert "complaint" not in shown


def test_other_files_are_a_hex_dump_by_the_page(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(bytes(range(256)) * 8)
    shown = inspect(path)
    assert shown["kind"] == "bytes" and len(shown["lines"]) == 32
    assert shown["lines"][4]["ascii"] == "@ABCDEFGHIJKLMNO"
    assert shown["lines"][4]["hex"].startswith("40 41 42")
    assert [line["at"] for line in inspect(path, offset=2040)["lines"]] == [2032]


def test_a_write_ahead_log_is_named_as_such(inspect: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.db-wal"
    path.write_bytes(b"\x37\x7f\x06\x82" + bytes(28))
    assert inspect(path)["format"] == "wal"


def test_what_is_no_file_is_said(inspect: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    assert inspect(tmp_path / "empty.db")["kind"] == "empty"
    assert inspect(tmp_path / "nothing")["kind"] == "missing"
    (tmp_path / "in").mkdir()
    assert inspect(tmp_path / "in")["kind"] == "folder"
