"""Outputs are written from what happened, and only where every reader gets the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from toy_site import WRITE, collect, put, run


def test_outputs_writes_what_was_printed_and_shows_the_difference(notes: Path) -> None:
    (notes / "snippets" / "notes" / "write.py").write_text(
        WRITE.replace("kept", "new"), "utf-8"
    )
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert done.returncode == 0, done.stderr
    assert "-kept\n+new" in done.stdout
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "new\n"


def test_outputs_refuses_where_two_runs_differ(notes: Path) -> None:
    program = "print(set('journal commit rollback savepoint'.split()))\n"
    put(notes, "read.py", program)
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert done.returncode == 1
    assert "read.py printed two different outputs; none was written" in done.stderr
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "kept\n"


def test_outputs_refuses_a_program_that_fails(notes: Path) -> None:
    put(notes, "read.py", "print(1 / 0)\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "kept\n"


def test_outputs_names_an_unknown_page(notes: Path) -> None:
    done = run(notes, "twicetold.cli", "outputs", "note")
    assert (done.returncode, done.stderr) == (
        2,
        'there is no page docs/note.md; did you mean "notes"?\n',
    )


@pytest.mark.parametrize(
    "name",
    ["docs", ".", "docs/notes.md", "snippets/notes", "snippets/notes/read.py", "{}/docs"],
)
def test_a_page_is_named_by_its_file_its_folder_and_its_programs(
    notes: Path, name: str
) -> None:
    put(notes, "read.out", "other\n")
    done = run(notes, "twicetold.cli", "outputs", name.format(notes))
    assert "1 changed, 0 refused" in done.stdout, done.stderr


@pytest.mark.parametrize("name", ["{}.py", "{}", "{}.md"])
def test_what_is_elsewhere_is_no_page(
    notes: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    other = tmp_path_factory.mktemp("other")
    other.with_suffix(".md").write_text("# Outside\n", "utf-8")
    asked = name.format(other)
    done = run(notes, "twicetold.cli", "run", asked)
    said = f"{asked} is not in this project, so no page of it\n"
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import sys\nprint(sys.prefix)\n", "where this Python is"),
        ("import socket\nprint(socket.gethostname())\n", "the name of this machine"),
        ("import platform\nprint(platform.python_version())\n", "the version of this Python"),
        ("import sqlite3\nprint(sqlite3.sqlite_version)\n", "the version of this SQLite"),
        ("from datetime import date\nprint(date.today())\n", "today's date"),
        ("import time\nprint(time.strftime('%d/%m/%Y', time.gmtime()))\n", "today's date"),
    ],
)
def test_what_only_this_machine_prints_is_refused_and_is_red(
    notes: Path, program: str, reason: str
) -> None:
    put(notes, "read.py", program)
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert f"read.py printed {reason}, which differs from " in done.stderr
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "kept\n"
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    put(notes, "read.out", printed.stdout.decode())
    assert f"read.py printed {reason}" in collect(notes, "docs").stdout


@pytest.mark.parametrize(
    "program",
    [
        "open('note.txt')\nprint('kept')\n",
        "import sqlite3\nsqlite3.connect(':memory:')\nprint('kept')\n",
        "import warnings\nprint('kept')\nwarnings.warn('old', DeprecationWarning)\n",
    ],
)
def test_a_warning_that_no_reader_sees_is_never_written(notes: Path, program: str) -> None:
    put(notes, "read.py", program)
    if "old" in program:
        page = (notes / "docs" / "notes.md").read_text("utf-8").replace("```text", "```pytb")
        (notes / "docs" / "notes.md").write_text(page, "utf-8")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert "read.py gave a warning that readers would not see like this" in done.stderr
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "kept\n"


def test_an_output_without_a_newline_at_its_end_is_refused(notes: Path) -> None:
    put(notes, "read.py", "print('kept', end='')\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert (
        "read.py printed a last line without a newline, which no page can show" in done.stderr
    )
    assert (notes / "snippets" / "notes" / "read.out").read_bytes() == b"kept\n"


@pytest.mark.parametrize(
    "character", ["\\r", "\\0", "\\x1b", "\\x07", "\\f", "\\u2028", "\\u200b"]
)
def test_a_character_that_no_page_shows_is_refused(notes: Path, character: str) -> None:
    put(notes, "read.py", f"print('a{character}b')\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert "read.py printed a character that no page can show, U+" in done.stderr


def test_an_output_that_is_not_utf_8_is_written_again(notes: Path) -> None:
    (notes / "snippets" / "notes" / "read.out").write_bytes(b"\xff\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert "-\\xff\n+kept" in done.stdout, done.stderr


def test_a_program_that_is_not_repeatable_is_told_so_by_both(notes: Path) -> None:
    program = (
        "from pathlib import Path\nn = Path('n')\n"
        "n.write_text(n.read_text() + '+' if n.exists() else '+')\nprint(n.read_text())\n"
    )
    put(notes, "read.py", program)
    once = '<!--pytest.mark.once(reason="…")-->'
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert "The first run left something that the second one found." in done.stderr
    assert once in done.stderr
    done = collect(notes, "docs")
    assert "The first run printed something else." in done.stdout and once in done.stdout


def test_outputs_names_the_seed_where_that_is_the_reason(notes: Path) -> None:
    put(notes, "read.py", "print(set('journal commit rollback savepoint'.split()))\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert "by the order of a set" in done.stderr and "once" not in done.stderr


def test_outputs_names_a_program_that_is_not_embedded(notes: Path) -> None:
    put(notes, "more.py", "print(1)\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert "more.py:1: docs/notes.md does not show this program whole" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("spelt", ["'{}.{}.{}'", "'.'.join(map(str, ({}, {}, {})))"])
def test_a_version_that_the_program_spells_out_is_the_same_everywhere(
    notes: Path, spelt: str
) -> None:
    put(notes, "read.py", f"print({spelt.format(*sys.version_info[:3])})\n")
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert (done.returncode, done.stderr) == (0, "")
