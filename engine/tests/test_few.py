"""A few pages are run without pytest, in a process that imports little."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import warm_tool
from toy_site import PAGE, WRITE, collect, put

MOST = 230  # modules that a page of two programs may need, those of the interpreter included
COUNTS = """import sys
from twicetold import cli
cli.main()
print("pytest" in sys.modules, len(sys.modules))
"""
CONFTEST = """def pytest_collection_modifyitems(items):
    del items[1:]
"""


def run(notes: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run the one page, with more environment variables."""
    outer = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "CI"))}
    return warm_tool.run(notes, ["twicetold.cli", "run", "notes"], outer | more)


def test_a_page_is_run_without_pytest_and_with_few_modules(notes: Path) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    command = [sys.executable, "-c", COUNTS, "run", "docs/notes.md"]
    done = subprocess.run(command, cwd=notes, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    dots, summary, counted = done.stdout.splitlines()
    assert (dots, summary) == (".....", "5 passed")
    loaded, count = counted.split()
    assert loaded == "False" and int(count) <= MOST


def test_what_is_wrong_is_told_in_full_and_the_status_says_so(notes: Path) -> None:
    put(notes, "write.py", WRITE.replace("kept", "lost"))
    (notes / "docs" / "notes.md").write_text(PAGE + "\n```python\nprint(1)\n```\n", "utf-8")
    done = run(notes)
    assert done.returncode == 1
    assert done.stdout.startswith("F.F.s\n")
    assert "docs/notes.md:20: a program written in the page" in done.stdout
    assert "docs/notes.md:11: read.py printed something else than its page shows" in done.stdout
    assert "-kept\n+lost" in done.stdout and "make outputs PAGE=notes" in done.stdout
    assert "\n2 failed, 2 passed, 1 skipped\n" in done.stdout


def test_a_program_that_is_skipped_is_counted(notes: Path) -> None:
    mark = '<!--pytest.mark.skipif(True, reason="as a test")-->\n```python title="read.py"'
    page = PAGE.replace('```python title="read.py"', mark)
    (notes / "docs" / "notes.md").write_text(page, "utf-8")
    done = run(notes)
    assert done.returncode == 0 and "\n3 passed, 2 skipped\n" in done.stdout


@pytest.mark.parametrize("place", [".", "docs"])
def test_a_conftest_is_heeded(notes: Path, place: str) -> None:
    (notes / place / "conftest.py").write_text(CONFTEST, "utf-8")
    assert "\n1 passed in " in run(notes).stdout


def test_what_the_environment_says_to_pytest_is_heeded(notes: Path) -> None:
    assert "\n1 passed, 4 deselected in " in run(notes, PYTEST_ADDOPTS="-k page").stdout


@pytest.mark.parametrize("selected", [[], ["-k", "again"]])
def test_what_goes_wrong_twice_in_the_same_way_is_told_once(
    notes: Path, selected: list[str]
) -> None:
    put(notes, "read.py", "raise SystemExit('no')\n")
    said = collect(notes, "docs", *selected).stdout
    assert said.count("read.py failed with exit status 1") == 1, said
    assert run(notes).stdout.count("read.py failed with exit status 1") == 1
