"""The tool does for an author what the README says."""

import re
from pathlib import Path

import pytest
from notes import PAGE, WRITE, collect, put, run


def test_each_program_is_a_test_and_is_run_again(notes: Path) -> None:
    done = collect(notes, "-v", "docs/notes.md")
    ran = re.findall(r"^docs/notes\.md::(.*) PASSED", done.stdout, re.MULTILINE)
    assert ran == ["page", "write.py", "read.py", "write.py (again)", "read.py (again)"]


def test_what_comes_before_a_chosen_program_is_run_first(notes: Path) -> None:
    done = collect(notes, "docs", "-k", "read")
    assert "2 passed, 3 deselected" in done.stdout


def test_a_page_stays_on_one_worker(notes: Path) -> None:
    done = collect(notes, "-v", "-n", "2", "docs")
    workers = set(re.findall(r"\[(gw\d)\]", done.stdout))
    assert len(workers) == 1, done.stdout
    assert "5 passed" in done.stdout


def test_a_changed_program_turns_the_page_red_and_says_what_to_do(notes: Path) -> None:
    (notes / "snippets" / "notes" / "write.py").write_text(
        WRITE.replace("kept", "lost"), "utf-8"
    )
    done = collect(notes, "docs")
    assert done.returncode == 1
    assert "docs/notes.md:11: read.py printed something else than its page shows" in done.stdout
    assert "-kept\n+lost" in done.stdout
    assert "make outputs PAGE=notes" in done.stdout
    assert "pytest_plugin.py" not in done.stdout


def test_a_failing_program_shows_its_own_traceback_and_nothing_of_ours(notes: Path) -> None:
    put(notes, "write.py", "import json\n")
    done = collect(notes, "docs")
    assert 'File "snippets/notes/read.py", line 3, in <module>' in done.stdout
    assert "FileNotFoundError: [Errno 2] No such file or directory: 'note.txt'" in done.stdout
    assert "proof/" not in done.stdout


def test_all_faults_of_a_page_are_reported_in_one_go(notes: Path) -> None:
    page = PAGE.replace("write.py", "written.py") + "\n```python\nprint('typed')\n```\n"
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    done = collect(notes, "docs")
    assert 'no file snippets/notes/written.py; did you mean "notes/write.py"?' in done.stdout
    assert "docs/notes.md:20: a program written in the page" in done.stdout


def test_a_page_that_was_renamed_is_told_in_faults_alone(notes: Path) -> None:
    (notes / "docs" / "notes.md").rename(notes / "docs" / "diary.md")
    done = collect(notes, "docs")
    assert "notes/write.py belongs to another page" in done.stdout
    assert "this page is not in nav" in done.stdout
    assert "1 failed in" in done.stdout
    assert "Error" not in done.stdout


def test_outputs_writes_what_was_printed_and_shows_the_difference(notes: Path) -> None:
    (notes / "snippets" / "notes" / "write.py").write_text(
        WRITE.replace("kept", "new"), "utf-8"
    )
    done = run(notes, "proof", "outputs", "notes")
    assert done.returncode == 0, done.stderr
    assert "-kept\n+new" in done.stdout
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "new\n"


def test_outputs_refuses_where_two_runs_differ(notes: Path) -> None:
    program = "print(set('journal commit rollback savepoint'.split()))\n"
    put(notes, "read.py", program)
    done = run(notes, "proof", "outputs", "notes")
    assert done.returncode == 1
    assert "read.py printed two different outputs; none was written" in done.stderr
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "kept\n"


def test_outputs_refuses_a_program_that_fails(notes: Path) -> None:
    put(notes, "read.py", "print(1 / 0)\n")
    done = run(notes, "proof", "outputs", "notes")
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert (notes / "snippets" / "notes" / "read.out").read_text("utf-8") == "kept\n"


def test_outputs_names_an_unknown_page(notes: Path) -> None:
    done = run(notes, "proof", "outputs", "note")
    said = 'there is no page docs/note.md; did you mean "notes"?\n'
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.parametrize("key", ["upsert", "sqlite/upsert"])
def test_a_new_page_passes_as_it_is_made(notes: Path, key: str) -> None:
    done = run(notes, "proof", "new", key)
    assert done.stdout.splitlines()[0] == f"docs/{key}.md"
    assert collect(notes, f"docs/{key}.md").returncode == 0
    books = run(notes, "proof", "ledger")
    assert (books.returncode, books.stderr) == (0, "")


def test_a_new_page_does_not_overwrite_one(notes: Path) -> None:
    done = run(notes, "proof", "new", "notes")
    assert (done.returncode, done.stderr) == (2, "docs/notes.md exists\n")


def test_the_ledger_counts_what_the_built_page_shows(notes: Path) -> None:
    done = run(notes, "proof", "ledger")
    rows = dict(line.rsplit(None, 1) for line in done.stdout.splitlines())
    assert (rows["programs"], rows["runs"], rows["unaccounted"]) == ("2", "4", "0")


def test_the_ledger_says_where_the_built_page_alters_a_program(notes: Path) -> None:
    config = notes / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("tabs: true", "tabs: false"), "utf-8")
    put(notes, "write.py", WRITE + "\nif True:\n\tpass\n")
    done = run(notes, "proof", "ledger")
    assert done.returncode == 1
    assert done.stderr == (
        "docs/notes.md:7: write.py runs, but the built page does not show it as it is; "
        "its line 6 is '\\tpass', and there it is '    pass'\n"
    )
