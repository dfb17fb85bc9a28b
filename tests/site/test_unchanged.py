"""A test is left out only while all that its verdict depends on is the same."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from ops.tools import machine
from tests.support import given, unchanged
from tests.support.files import put

ROOT = Path(__file__).parents[2]
RUN = "tests/browser/run/test_turns.py"
EVERY = "tests/browser/test_every_page.py::test_a_page_is_private[sqlite/]"
NO_SCRIPT = "tests/browser/test_no_script.py"
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


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    yield
    given.forget()


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
    given.forget()
    put(small, name, text)
    assert (given.digest(small, key) == before) is same


def test_the_test_itself_decides(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, read = given.digest(small, RUN), Path.read_text
    for name, same in (("test_turns.py", False), ("bars.py", False), ("test_tabs.py", True)):
        changed = lambda path, *how, name=name: read(path, *how) + " " * (path.name == name)  # noqa: E731
        monkeypatch.setattr(Path, "read_text", changed)
        assert (given.digest(small, RUN) == before) is same, name


@pytest.mark.parametrize(
    ("name", "same"),
    [("index.html", False), ("index.zip", False), ("offline.zip", True)],
)
def test_the_first_page_has_one_archive_of_its_own(small: Path, name: str, same: bool) -> None:
    put(small, "index.html", HTML.format(nav="A", text="first"))
    before = given.digest(small, NO_SCRIPT)
    given.forget()
    put(small, name, HTML.format(nav="A", text="other"))
    assert (given.digest(small, NO_SCRIPT) == before) is same


def test_a_test_that_looks_at_all_pages_depends_on_each(small: Path) -> None:
    before = given.digest(small, NO_SCRIPT), given.digest(small, RUN)
    given.forget()
    put(small, "pickle/index.html", HTML.format(nav="A", text="other"))
    assert given.digest(small, NO_SCRIPT) != before[0]
    assert given.digest(small, RUN) == before[1]


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("engine/a.py", False),
        ("engine/tests/specimens/new.md", False),
        ("lock.txt", False),
        ("engine/__pycache__/a.pyc", True),
        ("engine/a.egg-info/PKG-INFO", True),
        ("docs/a.md", True),
        ("tests/unchanged.json", True),
        ("engine/engines.json", True),
    ],
)
def test_the_sources_of_code_decide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, same: bool
) -> None:
    monkeypatch.setattr(given, "ROOT", tmp_path)
    put(tmp_path, "engine/a.py", "1")
    names = ("engine", "lock.txt", "tests")
    before = given.code(names)
    given.forget()
    put(tmp_path, name, "2")
    assert (given.code(names) == before) is same


def test_so_do_python_and_the_tools_that_code_is_run_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = given.code(())
    given.forget()
    monkeypatch.setattr(sys, "version", "3.99")
    other = given.code(())
    given.forget()
    monkeypatch.setattr(machine, "missing", lambda names: {"jq", "java"} & set(names))
    without = given.code(())
    given.forget()
    monkeypatch.setattr(machine, "missing", lambda names: {"jq"} & set(names))
    assert len({before, other, without}) == 3
    assert given.code(()) == without


@pytest.mark.parametrize(
    ("nodeid", "key"),
    [
        (f"{RUN}::test_one[a]", RUN),
        (EVERY, EVERY),
        ("tests/browser/engines/test_engines.py::test_each[webkit]",) * 2,
        ("tests/browser/test_below.py::test_one", None),
        (f"{NO_SCRIPT}::test_one", NO_SCRIPT),
        ("engine/tests/test_fork.py::test_one[a]", "engine/tests/test_fork.py"),
        ("tests/site/inspect/test_cut.py::test_one", "tests/site/inspect/test_cut.py"),
        ("tests/site/test_links.py::test_one", None),
        ("docs/sqlite/index.md::save.py (again)", "docs/sqlite/index.md"),
    ],
)
def test_what_can_be_left_out_has_a_key(nodeid: str, key: str | None) -> None:
    assert unchanged.key(nodeid) == key


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
