"""The tool does for an author what the README says."""

import re
import shutil
from pathlib import Path

import pytest

from toy_site import PAGE, WRITE, collect, put, run


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
    assert "twicetold/" not in done.stdout


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


@pytest.mark.parametrize("path", ["snippets/notes/write.py", "snippets/notes"])
def test_a_program_is_tested_by_its_page_and_never_imported(notes: Path, path: str) -> None:
    put(notes, "write.py", WRITE + "print(__name__)\n")
    done = collect(notes, "-v", path)
    assert not (notes / "note.txt").exists()
    assert "write.py printed this, but its page shows no output" in done.stdout
    assert "docs/notes.md::write.py FAILED" in done.stdout
    assert ("docs/notes.md::read.py PASSED" in done.stdout) is (path == "snippets/notes")


def test_a_program_of_no_page_is_named_and_not_imported(notes: Path) -> None:
    folder = notes / "snippets" / "other"
    folder.mkdir()
    (folder / "write.py").write_text(WRITE, "utf-8")
    done = collect(notes, "snippets/other/write.py")
    said = done.stdout + done.stderr
    assert "snippets/other/write.py:1: programs are tested by their page" in said
    assert done.returncode != 0 and not (notes / "note.txt").exists()
    assert "Traceback" not in said and "pytest_plugin.py" not in said


def test_a_skipped_program_is_named_by_its_line(notes: Path) -> None:
    mark = '<!--pytest.mark.skipif(True, reason="as a test")-->\n```python title="write.py"'
    page = PAGE.replace('```python title="write.py"', mark)
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    done = collect(notes, "-rs", "docs")
    assert "SKIPPED [2] docs/notes.md:8: as a test" in done.stdout


def test_only_what_failed_is_run_again_whatever_its_output_is_called(notes: Path) -> None:
    folder = notes / "snippets" / "notes"
    (folder / "read.out").rename(folder / "read.(x).out")
    page = PAGE.replace("read.out", "read.(x).out")
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    put(notes, "write.py", WRITE.replace("kept", "lost"))
    run(notes, "pytest", "--rootdir", str(notes), "docs")
    done = run(notes, "pytest", "--rootdir", str(notes), "--lf")
    assert "rerun previous 1 failure" in done.stdout, done.stdout


def test_an_option_that_no_program_heeds_is_named(notes: Path) -> None:
    done = collect(notes, "--pdb", "docs")
    assert "--pdb: not for programs of pages" in done.stdout


def test_a_full_folder_for_temporary_files_is_one_clear_line(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = notes / "full.py"
    full.write_text(
        "import errno, os, twicetold.run.folder\n"
        "def make(*_):\n"
        "    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))\n"
        "twicetold.run.folder.make = make\n",
        "utf-8",
    )
    done = collect(notes, "-p", "full", "docs")
    assert "FileExistsError" not in done.stdout and "Traceback" not in done.stdout
    said = "docs/notes.md:1: its programs can't be run: [Errno 28] No space left on device"
    assert done.stdout.count(said) == 4
    done = run(notes, "twicetold.cli", "outputs", "notes")
    assert done.returncode == 0


def test_folders_of_two_red_pages_do_not_meet(notes: Path) -> None:
    put(notes, "write.py", "print(1)\n")
    for key in ("a+n", "a/n"):
        page = notes / "docs" / f"{key}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(PAGE.replace("notes/", f"{key}/"), "utf-8")
        shutil.copytree(notes / "snippets" / "notes", notes / "snippets" / key)
    done = collect(notes, "docs")
    assert "FileExistsError" not in done.stdout
    assert done.stdout.count("write.py printed this, but its page shows no output") == 3


def test_a_time_limit_of_years_is_refused(notes: Path) -> None:
    mark = '<!--pytest.mark.timeout(1e9)-->\n```python title="write.py"'
    page = PAGE.replace('```python title="write.py"', mark)
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    assert "write pytest.mark.timeout(seconds), up to " in collect(notes, "docs").stdout
