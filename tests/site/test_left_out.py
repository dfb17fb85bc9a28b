"""What passed is left out of a whole run, and nothing else."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.files import put

ROOT = Path(__file__).parents[2]
OF_BROWSER = "tests/browser/run/test_turns.py"
OF_CODE = "tests/site/test_author.py"
PAGE = """# Notes

```python title="save.py"
--8<-- "notes/save.py"
```
"""
PASSES = "def test_one(): pass\n"
FAILS = "def test_two(): assert False\n"
STOPS = "def test_two(): raise KeyboardInterrupt\n"
CONFTEST = """
import pathlib, pytest
from tests.support import given, unchanged
given.ROOT = pathlib.Path({0!r})
unchanged.FILE = given.ROOT / "tests" / "unchanged.json"
unchanged.HERE = given.ROOT / ".cache" / "unchanged.json"

@pytest.fixture
def site():
    return given.ROOT / "site"
"""


def runs(tmp_path: Path) -> Callable[..., str]:
    """Return a function that runs the tests of a folder and returns what they say."""
    put(tmp_path, "tests/unchanged.json", "{}")
    put(tmp_path, "conftest.py", CONFTEST.format(str(tmp_path)))
    ini = "[pytest]\ntestpaths = docs tests\naddopts = --import-mode=importlib"
    put(tmp_path, "pytest.ini", ini)
    (tmp_path / "docs").mkdir()
    plugins = [
        part
        for name in ("unchanged", "needs", "nightly")
        for part in ("-p", f"tests.support.{name}")
    ]

    def said(*more: str) -> str:
        command = [sys.executable, "-m", "pytest", *plugins, *more]
        env = os.environ | {"PYTHONPATH": str(ROOT), "CI": ""}  # there nothing is kept
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
        return done.stdout + done.stderr

    return said


def test_only_a_whole_run_leaves_out_and_only_what_passed(tmp_path: Path) -> None:
    said = runs(tmp_path)
    put(tmp_path, "site/index.html", "<html></html>")
    put(tmp_path, OF_BROWSER, PASSES)
    put(tmp_path, OF_CODE, PASSES)
    assert "2 passed" in said()
    assert "2 are written down" in said("--record", "-n1", "tests")
    left_out = "2 were left out, unchanged since it passed: `make test ALL=1` runs them"
    assert left_out in said("-n1")
    assert "2 passed" in said("--all")
    assert "1 passed" in said(OF_BROWSER)
    for part in (f"{OF_BROWSER}::test_one", "--lf", "-x", "-k=one", "snippets"):
        assert "--record takes whole files" in said("--record", part), part
    put(tmp_path, OF_BROWSER, PASSES + FAILS)
    assert "1 failed, 2 passed" in said()
    assert "1 are written down" in said("--record", "tests/browser")


def test_a_page_that_passed_twice_is_run_once(tmp_path: Path) -> None:
    said = runs(tmp_path)
    put(tmp_path, "docs/notes.md", PAGE)
    put(tmp_path, "snippets/notes/save.py", "x = 1\n")
    assert "3 passed" in said()
    assert "1 are written down" in said("--record")
    assert "2 passed, 1 skipped" in said("-n1")
    assert "3 passed" in said("docs")
    assert "3 passed" in said("--all")
    put(tmp_path, "snippets/notes/save.py", "x = 2\n")
    assert "3 passed" in said()
    put(tmp_path, "snippets/notes/save.py", 'open("once", "x").close()\n')
    assert "1 failed, 2 passed" in said("--record")
    assert (tmp_path / "tests/unchanged.json").read_text("utf-8") == "{}\n"


def test_what_passed_here_is_believed_where_it_is_asked_for(tmp_path: Path) -> None:
    said = runs(tmp_path)
    here = tmp_path / ".cache/unchanged.json"
    put(tmp_path, "docs/notes.md", PAGE)
    put(tmp_path, "snippets/notes/save.py", "x = 1\n")
    put(tmp_path, OF_CODE, PASSES)
    assert "1 passed, 3 deselected" in said("-k", "test_one")
    assert "1 passed" in said(OF_CODE)
    assert "3 passed" in said("--skip-unchanged", "snippets/notes/save.py")
    assert "1 passed" in said("--skip-unchanged", f"{OF_CODE}::test_one")
    assert not here.exists()
    shutil.rmtree(here.parent)  # what the engine knows of the page
    assert "4 passed" in said("-n1")
    assert len(json.loads(here.read_text("utf-8"))) == 2
    assert "4 passed" in said()
    assert "1 passed, 3 skipped" in said("-n1", "--skip-unchanged")
    put(tmp_path, "snippets/notes/save.py", "x = 2\n")
    assert "3 passed, 1 skipped" in said("--skip-unchanged", "docs", OF_CODE)
    assert "1 passed, 1 skipped, 2 unchanged" in said("--skip-unchanged")
    put(tmp_path, OF_CODE, PASSES + FAILS)
    assert "1 failed, 4 passed" in said("--all")
    assert "1 failed" in said("--skip-unchanged")


@pytest.mark.parametrize("options", [(), ("--record",)])
def test_of_a_run_that_was_stopped_nothing_is_known(
    tmp_path: Path, options: tuple[str]
) -> None:
    said = runs(tmp_path)
    put(tmp_path, OF_CODE, PASSES + STOPS)
    assert "1 passed" in said(*options)
    assert not (tmp_path / ".cache").exists()
    assert (tmp_path / "tests/unchanged.json").read_text("utf-8") == "{}"


@pytest.mark.parametrize("options", [(), ("--record",)])
def test_of_sources_that_change_meanwhile_nothing_is_known(
    tmp_path: Path, options: tuple[str]
) -> None:
    said = runs(tmp_path)
    put(tmp_path, OF_CODE, f"def test_one(): open({str(tmp_path / 'a.toml')!r}, 'w').close()\n")
    assert "a source changed meanwhile: nothing is written down" in said(*options)
    assert not (tmp_path / ".cache").exists()
    assert (tmp_path / "tests/unchanged.json").read_text("utf-8") == "{}"
    assert "1 passed" in said(*options)
