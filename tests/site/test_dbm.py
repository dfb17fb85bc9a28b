"""web/dbm/ reads and writes the files of the standard library's dbm, and does the same."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from twicetold.versions import interpreters

WEB = Path(__file__).parents[2] / "web"
FILES = {"dbm.dumb": ("kept.dat", "kept.dir", "kept.bak"), "dbm.sqlite3": ("kept",)}
BEGIN = """
import dbm, importlib, os, shelve, sys
module = importlib.import_module(sys.argv[1])
def tell(act):
    try:
        print(act())
    except Exception as error:
        said = getattr(error, "strerror", None) or error
        print(type(error).__module__, type(error).__qualname__, said)
"""
WRITE = """
with module.open("kept", "c") as kept:
    kept["a"] = "1"
    kept[b"\\xff\\n'\\x85"] = b"\\0" * 600
    kept["\\u20ac"] = b"x" * 512
    kept["empty"] = b""
    kept["gone"] = "soon"
    kept["a"] = b"2" * 600  # into more room
    kept["\\u20ac"] = b"y" * 3  # into less
    del kept["gone"]
    kept["after"] = b"z"
"""
CHANGE = """
with module.open("kept", "w") as kept:
    kept["a"] += b"and more"
    del kept["after"]
    kept["new"] = "\\u00e9"
"""
READ = """
with module.open("kept", "r") as kept:
    for key in sorted(kept):
        print(key, kept[key])
    print(len(kept), b"a" in kept, "none" in kept)
"""
KILLED = """
kept = module.open("kept", "c")
kept["before"] = "1"
kept["after"] = "22"
kept["before"] = "333"
os._exit(0)
"""
ASKED = """
tell(lambda: module.open("none", "r"))
tell(lambda: module.open("none", "w"))
tell(lambda: module.open("none", "x"))
tell(lambda: dbm.open("none"))
tell(lambda: dbm.whichdb("none"))
kept = module.open("kept", "n")
tell(lambda: kept["none"])
tell(lambda: kept.__delitem__("none"))
tell(lambda: kept.__setitem__("a", None))
tell(lambda: kept.__setitem__("a", bytearray(b"b")))
tell(lambda: kept.setdefault("b", "c"))
tell(lambda: (kept.keys(), sorted(kept.items()), len(kept), kept.get("q", 1)))
tell(lambda: (kept.pop("b"), list(kept)))
kept.close()
kept.close()
for act in (len, list, kept.__getitem__, kept.__delitem__):
    tell(lambda: act(kept) if act in (len, list) else act("a"))
tell(lambda: dbm.whichdb("kept"))
with dbm.open("kept") as kept:
    tell(lambda: kept["a"])
with module.open("kept", "r") as kept:
    tell(lambda: kept.__setitem__("a", "b"))
    tell(lambda: kept.__delitem__("a"))
with shelve.open("kept") as kept:
    kept["a"] = {"b": [1, 2]}
    tell(lambda: dict(kept))
with module.open("kept", "n", 0o600) as kept:
    tell(lambda: dict(kept))
tell(lambda: sorted(oct(os.stat(name).st_mode) for name in os.listdir()))
for name, text in (("text", b"some"), ("empty", b""), ("gnu", b"\\xce\\x9aW\\x13" + bytes(20))):
    with open(name, "wb") as file:
        file.write(text)
    tell(lambda: dbm.whichdb(name))
    if name != "gnu":
        tell(lambda: dbm.open(name))
"""


@pytest.fixture(scope="module", params=FILES)
def module(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def real(module: str) -> list[Path]:
    """The Pythons here that have a module of their own to hold ours against."""
    if module == "dbm.dumb":
        return [Path(sys.executable)]
    found = [each.path for each in interpreters.find() if "sqlite3" in each.backends]
    if not found:
        pytest.skip("no Python 3.13 or newer here, whose dbm.sqlite3 ours is held against")
    return found


def run(folder: Path, module: str, program: str, python: Path, ours: bool) -> str:
    """Run a program with ours or with the real one; return what it printed."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    if ours:
        environment["PYTHONPATH"] = str(WEB)
    done = subprocess.run(
        [python, "-X", "dev", "-W", "error", "-B", "-c", BEGIN + program, module],
        cwd=folder,
        env=environment | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def kept(folder: Path, module: str) -> list[Any]:
    """What the files hold: their bytes, or the table's rows and how it was made."""
    if module == "dbm.dumb":
        files = [folder / name for name in FILES[module]]
        return [hashlib.sha256(f.read_bytes()).hexdigest() for f in files if f.exists()]
    with closing(sqlite3.connect(folder / "kept")) as connection:
        made = connection.execute("SELECT type, name, tbl_name FROM sqlite_master").fetchall()
        columns = connection.execute("PRAGMA table_info(Dict)").fetchall()
        mode = connection.execute("PRAGMA journal_mode").fetchall()
        return [made, columns, mode, *connection.execute("SELECT * FROM Dict ORDER BY key")]


@pytest.mark.parametrize("program", [WRITE, WRITE + CHANGE, KILLED, ASKED])
def test_it_writes_and_says_what_the_real_one_does(
    module: str, program: str, real: list[Path], tmp_path: Path
) -> None:
    for python in real:
        made = []
        for ours in (True, False):
            folder = tmp_path / python.parts[-3] / str(ours)
            folder.mkdir(parents=True)
            made.append((run(folder, module, program, python, ours), kept(folder, module)))
        assert made[0] == made[1], python


@pytest.mark.parametrize("ours", [True, False])
def test_each_reads_and_changes_what_the_other_wrote(
    module: str, ours: bool, real: list[Path], tmp_path: Path
) -> None:
    for python in real:
        folder = tmp_path / python.parts[-3]
        folder.mkdir()
        run(folder, module, WRITE, python, ours)
        run(folder, module, CHANGE, python, not ours)
        read = [run(folder, module, READ, python, each) for each in (ours, not ours)]
        assert read[0] == read[1]
        assert "and more" in read[0]
        assert "4 True False" in read[0] or "5 True False" in read[0]


def test_a_file_of_sqlite_is_the_table_that_the_real_one_makes(tmp_path: Path) -> None:
    run(tmp_path, "dbm.sqlite3", WRITE, Path(sys.executable), ours=True)
    made, columns, mode, *rows = kept(tmp_path, "dbm.sqlite3")
    assert ("table", "Dict", "Dict") in made and mode == [("wal",)]
    assert [column[1:4] for column in columns] == [("key", "BLOB", 1), ("value", "BLOB", 1)]
    assert len(rows) == 5 and all(isinstance(part, bytes) for row in rows for part in row)


def test_a_difference_is_seen(tmp_path: Path) -> None:
    run(tmp_path, "dbm.dumb", WRITE, Path(sys.executable), ours=True)
    before = kept(tmp_path, "dbm.dumb")
    run(tmp_path, "dbm.dumb", CHANGE, Path(sys.executable), ours=True)
    assert kept(tmp_path, "dbm.dumb") != before
