"""The verbs of an author do what is asked for, and say what to do next."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from guide import __main__ as tool
from guide import new_page
from toy_site import CONFIG, PAGE, WRITE, collect, put, run
from twicetold.base.project import Project

ROOT = Path(__file__).parents[2]
INCLUDES = [f"theme/includes/{name}.md" for name in ("claim", "totals", "squares", "messages")]
COMPUTED = (*INCLUDES, "docs/assets/badge.svg")


@pytest.mark.parametrize("name", ["docs/notes.md", "notes.md", "./docs/notes.md", "notes"])
def test_a_page_goes_by_any_of_its_names(notes: Path, name: str) -> None:
    done = run(notes, "guide", "outputs", name)
    assert (done.returncode, done.stderr) == (0, "")


def test_outputs_shows_what_was_printed_and_names_what_was_counted(notes: Path) -> None:
    done = run(notes, "guide", "outputs", "notes")
    counted = f"counted again: {', '.join(COMPUTED)}"
    assert done.stdout.splitlines() == [counted, "0 changed, 0 refused"]
    assert run(notes, "guide", "outputs", "notes").stdout == "0 changed, 0 refused\n"


def test_a_program_that_is_not_embedded_yet_is_named_with_what_to_paste(notes: Path) -> None:
    put(notes, "more.py", "print('more')\n")
    done = run(notes, "guide", "outputs", "notes")
    assert done.returncode == 1
    assert "snippets/notes/more.py was not run: docs/notes.md does not show it" in done.stderr
    block = done.stderr[done.stderr.index("```python") :].strip()
    (notes / "docs" / "notes.md").write_text(f"{PAGE}\n{block}\n", "utf-8")
    assert run(notes, "guide", "outputs", "notes").returncode == 0
    assert collect(notes, "docs").returncode == 0


def test_a_new_page_without_a_name_says_how_to_name_it(notes: Path) -> None:
    done = run(notes, "guide", "new")
    assert done.returncode == 2
    assert (
        done.stderr == "this needs the new page; write it like: make new PAGE=sqlite/upsert\n"
    )


def test_a_new_page_says_what_comes_next(notes: Path) -> None:
    done = run(notes, "guide", "new", "docs/sqlite/upsert.md")
    assert done.stdout.splitlines()[-1].endswith("then: make outputs PAGE=sqlite/upsert")


@pytest.mark.parametrize("key", ["upsert", "sqlite/upsert"])
def test_a_new_page_passes_as_it_is_made(notes: Path, key: str) -> None:
    done = run(notes, "guide", "new", key)
    assert done.stdout.splitlines()[0] == f"docs/{key}.md"
    assert collect(notes, f"docs/{key}.md").returncode == 0
    books = run(notes, "guide", "ledger")
    assert (books.returncode, books.stderr) == (0, "")


def test_a_new_page_does_not_overwrite_one(notes: Path) -> None:
    done = run(notes, "guide", "new", "notes")
    assert (done.returncode, done.stderr) == (2, "docs/notes.md exists\n")


def test_the_ledger_counts_what_the_built_page_shows(notes: Path) -> None:
    done = run(notes, "guide", "ledger")
    rows = dict(line.rsplit(None, 1) for line in done.stdout.splitlines())
    assert (rows["programs"], rows["runs"], rows["unaccounted"]) == ("2", "4", "0")


def test_the_ledger_says_where_the_built_page_alters_a_program(notes: Path) -> None:
    config = notes / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("tabs: true", "tabs: false"), "utf-8")
    put(notes, "write.py", WRITE + "\nif True:\n\tpass\n")
    done = run(notes, "guide", "ledger")
    assert done.returncode == 1
    assert done.stderr == (
        "docs/notes.md:7: write.py runs, but the built page does not show it as it is; "
        "its line 6 is '\\tpass', and there it is '    pass'\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("nav:\n  - notes.md\n", ""),
        ("nav:\n", "nav:  # of the site\n"),
        ("  - notes.md\n", "- notes.md\n"),
        ("  - notes.md\n", "  - notes.md\n\n  # the rest\n  - Data:\n      - 'data/a.md'\n"),
    ],
    ids=["no nav", "a comment", "no indent", "a comment within"],
)
@pytest.mark.parametrize("key", ["more", "data/more"])
def test_a_new_page_is_listed_however_nav_is_written(
    notes: Path, before: str, after: str, key: str
) -> None:
    assert before in CONFIG
    (notes / "mkdocs.yml").write_text(CONFIG.replace(before, after), "utf-8")
    new_page.make(Project(notes), key)
    assert {"notes", key} <= set(Project(notes).navigation)
    assert Project(notes).config["site_name"] == "Notes"


def test_a_nav_in_one_line_is_left_to_its_author(notes: Path) -> None:
    text = CONFIG.replace("nav:\n  - notes.md\n", "nav: [notes.md]\n")
    (notes / "mkdocs.yml").write_text(text, "utf-8")
    done = run(notes, "guide", "new", "more")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not (notes / "docs" / "more.md").exists()


def test_what_a_new_page_writes_ends_its_lines_alike_on_any_system(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    write = Path.write_text

    def written(path: Path, text: str, encoding: str, newline: str | None = None) -> int:
        asked.append(newline)
        return write(path, text, encoding, newline=newline)

    monkeypatch.setattr(Path, "write_text", written)
    assert len(new_page.make(Project(notes), "more")) == len(asked) == 5
    assert set(asked) == {"\n"}


def test_a_port_that_is_taken_is_said_at_once(notes: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(notes, "guide", "serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"port {port} is taken")
    assert done.stderr.endswith(f"make serve PORT={port + 1}\n")


def test_a_page_whose_mutants_take_too_long_says_why_it_is_not_tried(notes: Path) -> None:
    mark = '<!--pytest.mark.timeout(60)-->\n```python title="write'
    page = PAGE.replace('```python title="write', mark)
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    done = run(notes, "guide", "mutate", "notes")
    why = "write.py is given more than 20 seconds, for each of its mutants"
    assert (done.returncode, done.stdout) == (0, f"notes: not tried, because {why}\n")


def test_what_is_stopped_from_the_keyboard_says_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(tool, "main", stopped)
    assert tool.run() == 130
    assert capsys.readouterr().err == "stopped\n"


def stub(folder: Path, name: str, text: str) -> Path:
    """Put a program of the shell in a folder."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{text}\n", "utf-8", newline="\n")
    program.chmod(0o755)
    return program


def make(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run make with the programs of a folder in place of the environment's."""
    (folder / "ready").touch()
    options = [
        f"BIN={folder}",
        f"READY={folder / 'ready'}",
        "--old-file",
        str(folder / "ready"),
    ]
    return subprocess.run(
        ["make", "--no-print-directory", "-C", str(ROOT), *options, *arguments],
        env={k: v for k, v in os.environ.items() if k not in {"PYTHON", "MAKEFLAGS"}},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_make_check_runs_every_tool_and_fails_if_one_did(tmp_path: Path) -> None:
    for name, text in (("ruff", "exit 0"), ("mypy", "exit 1"), ("codespell", "exit 0")):
        stub(tmp_path, name, f'echo "{name} ran"\n{text}')
    stub(tmp_path, "python", "exit 0")  # starts eslint and tsc
    done = make(tmp_path, "check")
    assert done.returncode != 0
    assert done.stdout.count("ruff ran") == 4
    assert "codespell ran" in done.stdout
    assert "\neslint " in done.stdout and "\ntsc " in done.stdout
    assert done.stdout.splitlines()[-1] == "failed: mypy"
    stub(tmp_path, "mypy", "exit 0")
    assert make(tmp_path, "check").returncode == 0


def test_make_makes_no_file_of_a_page_from_another(tmp_path: Path) -> None:
    newer = "snippets/packaging/ship-data/forgot"  # a folder, beside forgot.sh and forgot.out
    assert (ROOT / f"{newer}.out").is_file()
    done = make(tmp_path, "--dry-run", "--what-if", newer, "docs/assets/run/.made")
    assert done.returncode == 0, done.stderr
    assert newer not in done.stdout


def test_another_python_than_that_of_the_environment_is_not_passed_over(tmp_path: Path) -> None:
    stub(tmp_path, "python", "echo 3.11.7")
    newer = stub(tmp_path, "newer", "echo 3.13.0")
    same = stub(tmp_path, "same", "echo 3.11.7")
    done = make(tmp_path, "help", f"PYTHON={newer}")
    assert done.returncode == 2
    assert ".venv has Python 3.11.7" in done.stderr
    assert "rm -rf .venv" in done.stderr
    assert make(tmp_path, "help", f"PYTHON={same}").returncode == 0
    assert make(tmp_path, "help").returncode == 0


def test_make_names_no_user_that_was_not_asked_for(tmp_path: Path) -> None:
    said = make(tmp_path, "--dry-run", "bare").stdout
    assert said.split() == ["tests/support/bare.sh", "python3"]


def test_two_branches_that_add_a_page_do_not_conflict(tmp_path: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "init.defaultBranch=one"]

    def do(*arguments: str) -> None:
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True, capture_output=True)

    def count(number: int) -> None:
        for name in COMPUTED:
            target = tmp_path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"pages: {number}\n", "utf-8")
        do("add", ".")
        do("commit", "--message", f"{number}")

    shutil.copy(ROOT / ".gitattributes", tmp_path)
    do("init")
    count(40)
    do("switch", "--create", "two")
    count(41)
    do("switch", "one")
    count(42)
    do("merge", "two")
