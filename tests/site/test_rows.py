"""What a run did not commit is told, and what it did is shown without a change to it."""

import importlib.util
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SOURCE = Path(__file__).parents[2] / "web" / "src" / "run" / "rows.py"
INSERT = "INSERT INTO t VALUES ('a')"


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module, in a folder with an empty table `t` in data.db."""
    monkeypatch.chdir(tmp_path)
    spec = importlib.util.spec_from_file_location("rows", SOURCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with closing(sqlite3.connect("data.db")) as connection, connection:
        connection.execute("CREATE TABLE t (x)")
    yield module
    module.lost()


def lost(rows: ModuleType, *statements: str, database: str = "data.db", **how: Any) -> Any:
    """Execute statements, close the connection, and return what is said to be lost."""
    rows.watch()
    with closing(sqlite3.connect(database, **how)) as connection:
        for statement in statements:
            connection.execute(statement)
    return json.loads(rows.lost())


def test_a_change_is_lost_unless_it_is_committed(rows: ModuleType) -> None:
    said = [{"name": "data.db", "count": 1, "sql": [INSERT]}]
    assert lost(rows, INSERT) == said
    assert lost(rows, INSERT, "COMMIT", INSERT) == said
    assert lost(rows, INSERT, database="file:data.db?mode=rw", uri=True) == said
    assert lost(rows, "SAVEPOINT a", INSERT, isolation_level=None) == said
    assert lost(rows, "BEGIN", "SAVEPOINT a", INSERT, "RELEASE a", isolation_level=None) == said
    assert lost(rows, INSERT, INSERT, INSERT, INSERT)[0]["count"] == 4


@pytest.mark.parametrize(
    ("statements", "how"),
    [
        ((INSERT, "COMMIT"), {}),
        ((INSERT, "ROLLBACK"), {}),
        ((INSERT,), {"isolation_level": None}),
        (("SAVEPOINT a", INSERT, "RELEASE a"), {"isolation_level": None}),
        (("SELECT * FROM t",), {}),
        (("CREATE TABLE t (x)", INSERT), {"database": ":memory:"}),
    ],
)
def test_what_is_committed_undone_or_in_no_file_is_not_lost(
    rows: ModuleType, statements: tuple[str, ...], how: dict[str, Any]
) -> None:
    assert lost(rows, *statements, **how) == []


def test_nothing_is_heard_after_the_watch(rows: ModuleType) -> None:
    connect = sqlite3.connect
    rows.watch()
    assert sqlite3.connect is not connect
    rows.lost()
    assert sqlite3.connect is connect


def test_rows_are_shown_as_committed_also_those_in_the_log(
    rows: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("no database", "utf-8")
    with closing(sqlite3.connect("data.db")) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("INSERT INTO t VALUES (?)", ("é" * 100,))
        connection.commit()
        connection.execute("INSERT INTO t VALUES (NULL)")
        before = {path: path.read_bytes() for path in tmp_path.iterdir()}
        shown = json.loads(rows.look(os.fspath(tmp_path)))
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    table = {"count": 1, "columns": ["x"], "rows": [["é" * 60 + "…"]]}
    assert shown == {"data.db": {"t": table}}


def test_a_damaged_database_is_left_to_the_folder(rows: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "data.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 100)
    assert json.loads(rows.look(os.fspath(tmp_path))) == {"data.db": {}}
