"""`make mutate` names what a page would not notice, and nothing else."""

from pathlib import Path

import pytest

from toy_site import make, put, run
from twicetold.mutate import mutants

SAVE = """import sqlite3
from contextlib import closing

with closing(sqlite3.connect("notes.db")) as con:
    con.execute("CREATE TABLE IF NOT EXISTS notes (text UNIQUE)")
    con.execute("INSERT OR IGNORE INTO notes VALUES ('kept')")
    con.commit()
"""
LOOK = """import sqlite3
from contextlib import closing

with closing(sqlite3.connect("notes.db")) as con:
    print(con.execute("SELECT text FROM notes").fetchall())
"""
BLIND = """from pathlib import Path

print(Path("notes.db").exists())
"""
KEEP = """from pathlib import Path

note = Path("note.txt")


def keep() -> None:
    note.write_text("kept", encoding="utf-8")


if __name__ == "__main__":
    print(note.read_text(encoding="utf-8"))
"""
LINK = """import os
from pathlib import Path

Path("note.txt").write_text("kept", encoding="utf-8")
Path("again.txt").unlink(missing_ok=True)
os.link("note.txt", "again.txt")
"""
COUNT = """import os

unseen = ["a"]
print(os.stat("note.txt").st_nlink)
"""
COMMIT = "notes/write.py: con.commit() · dropped"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A site of one page, on which one program commits a row and another looks for it."""
    make(tmp_path)
    programs = {"write.py": SAVE, "read.py": LOOK, "read.out": "[('kept',)]\n"}
    for name, text in programs.items():
        put(tmp_path, name, text)
    return tmp_path


def accept(folder: Path, mutant: str) -> None:
    """List a mutant as right to survive."""
    text = f"[[survivors]]\nreason = \"as a test\"\nmutants = ['''{mutant}''']\n"
    (folder / "mutants.toml").write_text(text, "utf-8")


def test_a_page_that_reads_back_notices_a_dropped_commit(notes: Path) -> None:
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.returncode == 0, done.stdout + done.stderr
    killed, tried = done.stdout.splitlines()[0].split("killed ")[1].split(" of ")
    assert killed == tried
    assert "0 are right to survive, 0 were not noticed" in done.stdout


def test_a_page_that_does_not_look_is_named(notes: Path) -> None:
    put(notes, "read.py", BLIND)
    put(notes, "read.out", "True\n")
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.returncode == 1
    assert "snippets/notes/write.py:7: con.commit() · dropped" in done.stdout


def test_a_survivor_with_a_reason_is_let_be(notes: Path) -> None:
    program = SAVE.replace("    con.commit()\n", "    con.commit()\n    con.commit()\n")
    put(notes, "write.py", program)
    accept(notes, COMMIT)
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 are right to survive, 0 were not noticed" in done.stdout


@pytest.mark.parametrize(
    ("mutant", "problem"),
    [
        (COMMIT, "no longer survives"),
        ("notes/write.py: con.flush() · dropped", "no longer there"),
    ],
)
def test_a_reason_without_its_survivor_turns_red(
    notes: Path, mutant: str, problem: str
) -> None:
    accept(notes, mutant)
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.returncode == 1
    assert f"mutants.toml:3: {problem}; remove it: {mutant}" in done.stderr


def test_a_page_that_is_red_anyway_is_not_tried(notes: Path) -> None:
    put(notes, "read.out", "[]\n")
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.returncode == 1
    assert "red without any mutant:\ndocs/notes.md:11: read.py printed something" in done.stderr


def test_an_altered_module_is_run_by_the_programs_before_it_too(notes: Path) -> None:
    put(notes, "write.py", "import read\n\nread.keep()\n")
    put(notes, "read.py", KEEP)
    put(notes, "read.out", "kept\n")
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed 2 of 2" in done.stdout


def test_a_page_that_can_tell_a_copied_folder_is_run_from_its_start(notes: Path) -> None:
    put(notes, "write.py", LINK)
    put(notes, "read.py", COUNT)
    put(notes, "read.out", "2\n")
    done = run(notes, "twicetold.cli", "mutate", "notes")
    assert done.stdout.startswith("notes: killed 3 of 4"), done.stdout + done.stderr


@pytest.mark.parametrize(
    ("program", "altered"),
    [
        ("con.commit()\n", "pass\n"),
        ("os.fsync(file)\n", "pass\n"),
        ("with con:\n    x = f()\n", "con\nif True:\n    x = f()\n"),
        ("with closing(con) as c, c:\n    x = 'é'\n", "c = con\nwith c:\n    x = 'é'\n"),
        (
            "with closing(c) as c, c:\n    x = 'é'\n",
            "with closing(c) as c:\n    c\n    x = 'é'\n",
        ),
        ("x = con.execute(sql, (a, b))\n", "x = con.execute(sql, (None, b))\n"),
        (
            "x = 'SELECT é FROM t ORDER BY a, b DESC LIMIT 2'\n",
            "x = 'SELECT é FROM t LIMIT 2'\n",
        ),
        ("x = 'BEGIN IMMEDIATE'\n", "x = 'BEGIN'\n"),
        ("x = 'INSERT OR IGNORE INTO t'\n", "x = 'INSERT INTO t'\n"),
        ("x = 'CREATE TABLE IF NOT EXISTS t'\n", "x = 'CREATE TABLE t'\n"),
        ("x = sorted(y, key=z)\n", "x = list(y)\n"),
        ("x = open(y, 'w')\n", 'x = open(y, "a")\n'),
        ("x = {'a': 'b'}\n", "x = {'a': 'b~'}\n"),
        ("shelf['a'] = b\n", "pass\n"),
    ],
)
def test_a_program_is_altered(program: str, altered: str) -> None:
    made = [mutant.text for mutant in mutants.make(program)]
    assert altered in made, made


@pytest.mark.parametrize("program", ["print('a', 1)\n", "import a\n", "x = y[0]\n", "'text'\n"])
def test_what_says_nothing_of_persistence_is_not_altered(program: str) -> None:
    assert mutants.make(program) == []
