"""A browser test is left out only while all that its browser is given is the same."""

import os
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.support import given, unchanged

ROOT = Path(__file__).parents[2]
RUN = "tests/browser/run/test_turns.py"
EVERY = "tests/browser/test_every_page.py::test_a_page_is_private[sqlite/]"
HTML = "<html><body><nav>{nav}</nav><article>{text}</article></body></html>"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages, one style, and the programs of one page."""
    put(tmp_path / "site", "sqlite/index.html", HTML.format(nav="A", text="rows"))
    put(tmp_path / "site", "pickle/index.html", HTML.format(nav="A", text="names"))
    put(tmp_path / "site", "assets/site.css", "a {}")
    put(tmp_path / "site", "assets/run/pages/sqlite/index.json", "{}")
    put(tmp_path / "site", "search/search_index.json", "{}")
    return tmp_path / "site"


def put(site: Path, name: str, text: str) -> None:
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    (site / name).write_text(text, "utf-8")


@pytest.mark.parametrize("key", [RUN, EVERY])
@pytest.mark.parametrize(
    ("name", "text", "same"),
    [
        ("assets/site.css", "a { color: red }", False),
        ("assets/run/new.js", "", False),
        ("assets/run/pages/sqlite/index.json", "[]", False),
        ("sqlite/index.html", HTML.format(nav="A", text="other"), False),
        ("sqlite/index.html", HTML.format(nav="A and B", text="rows"), True),
        ("pickle/index.html", HTML.format(nav="A", text="other"), True),
        ("sqlite/sqlite.zip", "PK", False),
        ("pickle/pickle.zip", "PK", True),
        ("offline.zip", "PK", True),
        ("pickle/index.md", "# Names", True),
        ("assets/cards/pickle.png", "PNG", True),
        ("assets/badge.svg", "<svg/>", True),
        ("llms.txt", "# Pages", True),
        ("search/search_index.json", "[]", True),
    ],
)
def test_what_is_given_decides(small: Path, key: str, name: str, text: str, same: bool) -> None:
    before = given.digest(small, key)
    given.shared.cache_clear()
    put(small, name, text)
    assert (given.digest(small, key) == before) is same


def test_the_test_itself_decides(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, read = given.digest(small, RUN), Path.read_text
    for name, same in (("test_turns.py", False), ("bars.py", False), ("test_tabs.py", True)):
        changed = lambda path, *how, name=name: read(path, *how) + " " * (path.name == name)  # noqa: E731
        monkeypatch.setattr(Path, "read_text", changed)
        assert (given.digest(small, RUN) == before) is same, name


@pytest.mark.parametrize(
    ("nodeid", "key"),
    [
        (f"{RUN}::test_one[a]", RUN),
        (EVERY, EVERY),
        ("tests/browser/engines/test_engines.py::test_each[webkit]",) * 2,
        ("tests/browser/engines/test_engines.py::test_each[chromium]", None),
        ("tests/browser/test_search.py::test_one", None),
        ("docs/sqlite/index.md::save.py", None),
    ],
)
def test_what_can_be_left_out_has_a_key(nodeid: str, key: str | None) -> None:
    assert unchanged.key(nodeid) == key


PASSES = "def test_one(): pass\n"
FAILS = "def test_two(): assert False\n"
CONFTEST = """
import pathlib, pytest
from tests.support import given, unchanged
given.ROOT = pathlib.Path({0!r})
unchanged.FILE = given.ROOT / "tests" / "unchanged.json"

@pytest.fixture
def site():
    return given.ROOT / "site"
"""


def test_only_a_whole_run_leaves_out_and_only_what_passed(small: Path, tmp_path: Path) -> None:
    put(tmp_path, RUN, PASSES)
    put(tmp_path, "tests/unchanged.json", "{}")
    put(tmp_path, "conftest.py", CONFTEST.format(str(tmp_path)))
    put(
        tmp_path, "pytest.ini", "[pytest]\ntestpaths = tests\naddopts = --import-mode=importlib"
    )
    plugins = [
        part
        for name in ("unchanged", "needs", "nightly")
        for part in ("-p", f"tests.support.{name}")
    ]

    def said(*more: str) -> str:
        command = [sys.executable, "-m", "pytest", *plugins, *more]
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True)
        return done.stdout + done.stderr

    assert "1 passed" in said()
    assert "1 are written down" in said("--record", "-n1", "tests")
    assert "1 were left out, unchanged since it passed: `make test ALL=1` runs them" in said(
        "-n1"
    )
    assert "1 passed" in said("--all")
    assert "1 passed" in said(RUN)
    assert "--record takes whole files" in said("--record", f"{RUN}::test_one")
    put(tmp_path, RUN, PASSES + FAILS)
    assert "1 failed, 1 passed" in said()
    assert "0 are written down" in said("--record", "tests")


def test_what_every_run_loads_is_installed_for_each_interpreter_of_the_matrix() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["pytest"]
    plugins = [name for name in settings["addopts"] if name.startswith("tests.")]
    loaded = [
        subprocess.run(
            [sys.executable, "-c", f"import sys, {names}; print(*sys.modules)"],
            cwd=ROOT, check=True, capture_output=True, text=True,
        ).stdout.split()
        for names in ("pytest", ", ".join(["pytest", *plugins]))
    ]  # fmt: skip
    added = {name.partition(".")[0] for name in set(loaded[1]) - set(loaded[0])}
    needed = {package for name in added for package in packages_distributions().get(name, [])}
    lock = (ROOT / "ops" / "locks" / "run.txt").read_text("utf-8")
    assert plugins and [name for name in needed if f"\n{name.lower()}==" not in lock] == []
