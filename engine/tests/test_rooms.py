"""Data goes one way through the engine: a room imports only rooms before it, and no site."""

import re
import sys
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

import imports
import twicetold

TOP = Path(twicetold.__file__).parent
ROOMS: dict[str, set[str]] = {
    "base": set(),
    "read": {"base"},
    "run": {"base", "read"},
    "judge": {"base", "read", "run"},
    "foreign": {"base", "run"},
    "books": {"base", "read", "run", "judge"},
    "receipts": {"base", "read", "run", "judge", "books"},
    "cache": {"base", "read", "run", "judge", "receipts"},
    "mutate": {"base", "read", "run", "judge", "books", "receipts"},
    "versions": {"base", "read", "run", "judge", "books", "receipts"},
}
# Run as programs or as parts of one, where nothing of ours is to be imported.
BARE = {"habits", "orphans", "patience", "server", "unseen"}
BARE |= {"guard/_proof_leaks", "guard/_proof_seen", "guard/sitecustomize"}
# What only a site can know: its verbs, its folders, the theme and the browser's Python.
OF_A_SITE = re.compile(
    r"\bmake (outputs|test|build|browser|matrix|mutate|serve|new)\b|\bmaterial\b|pyodide|assets"
    r"|proven\.json|\b(guide|press|theme|web|blog)/|['\"](docs|snippets)/",
    re.IGNORECASE,
)
MARKUP = re.compile(r"class, '|@class|\bfilename\b|\bhighlight\b")
# A directive of Sphinx and an attribute of Quarto, and no classes of a theme.
OTHERS = {"foreign/rst.py": "highlight", "foreign/find.py": "filename"}
GUIDE = Path(__file__).parents[1] / "ARCHITECTURE.md"
FILES = {
    path.relative_to(TOP).as_posix(): path.read_text("utf-8") for path in TOP.rglob("*.py")
}
ROOMED = {file: text for file, text in FILES.items() if file.partition("/")[0] in ROOMS}


def imported(source: str) -> set[str]:
    """Return the modules that a source imports; of the engine's own, as in `twicetold.read`."""
    found = set()
    for name in imports.names(source):
        top, *rest = name.split(".")
        found.add(".".join([top, *rest[:1]]) if top == "twicetold" else top)
    return found


def beyond(room: str, source: str) -> set[str]:
    """Return what a module of a room imports of the engine, and may not."""
    ours = {name for name in imported(source) if name.startswith("twicetold.")}
    return ours - {f"twicetold.{each}" for each in ROOMS[room] | {room}}


def test_the_rooms_are_all_there() -> None:
    assert {path.name for path in TOP.iterdir() if (path / "__init__.py").is_file()} == {*ROOMS}
    assert {path.stem for path in TOP.glob("*.py")} == {
        *("__init__", "cli", "few", "pytest_foreign", "pytest_items", "pytest_plugin"),
        *("pytest_session", "verbs"),
    }


def test_no_room_is_before_one_that_it_is_behind() -> None:
    order = list(ROOMS)
    assert all(before <= {*order[: order.index(room)]} for room, before in ROOMS.items())


def test_a_room_imports_only_rooms_before_it() -> None:
    found = {file: beyond(file.partition("/")[0], text) for file, text in ROOMED.items()}
    assert {file: names for file, names in found.items() if names} == {}


def test_the_engine_imports_what_it_declares_and_nothing_of_a_site() -> None:
    declared = {line.split(">")[0].lower() for line in requires("twicetold") or ()}
    brought = {
        module
        for module, names in packages_distributions().items()
        if declared & {name.lower().replace("_", "-") for name in names}
    }
    bare = {Path(name).name for name in BARE}
    for file, text in FILES.items():
        tops = {name.partition(".")[0] for name in imported(text)}
        known = sys.stdlib_module_names | brought | {"twicetold", "__future__"}
        assert tops - known <= (bare if is_bare(file) else set()), file


def test_the_engine_names_nothing_of_a_site() -> None:
    lines = [f"{file}: {line}" for file, text in FILES.items() for line in text.splitlines()]
    assert [line for line in lines if OF_A_SITE.search(line)] == []


def test_one_module_knows_how_a_theme_draws_a_block() -> None:
    texts = {file: text.replace(OTHERS.get(file, "\0"), "") for file, text in FILES.items()}
    assert [file for file, text in texts.items() if MARKUP.search(text)] == ["books/built.py"]


@pytest.mark.parametrize(
    "line",
    [
        'f"to write it: make outputs PAGE={key}"',
        'project.root / "docs/assets/proven"',
        'f"snippets/{key}/"',
        "if theme == 'material':",
        "system='Pyodide 0.28'",
    ],
)
def test_what_is_a_site_s_is_seen(line: str) -> None:
    assert OF_A_SITE.search(line)


def test_the_way_of_an_example_names_every_file_and_no_other() -> None:
    named = set(re.findall(r"`([\w/]+\.py)`", GUIDE.read_text("utf-8")))
    there = {*FILES, *(f"tests/{path.name}" for path in Path(__file__).parent.glob("*.py"))}
    assert named - there == set()
    assert {file for file in FILES if not file.endswith("__init__.py")} - named == set()
    rooms = {name.partition("/")[0] for name in named}
    assert rooms >= {*ROOMS, "cli.py", "pytest_plugin.py"}


def test_what_runs_in_an_example_s_process_imports_nothing_of_the_engine() -> None:
    texts = [FILES[f"run/{name}.py"] for name in BARE]
    assert not any(each.startswith("twicetold") for text in texts for each in imported(text))


def is_bare(file: str) -> bool:
    """Return whether a module is run outside the package."""
    return file.removeprefix("run/").removesuffix(".py") in BARE


@pytest.mark.parametrize(
    "source",
    [
        "from twicetold.judge import verdict",
        "from twicetold import cli",
        "import twicetold.judge.verdict",
        "def late():\n    from twicetold.books import ledger",
    ],
)
def test_an_import_the_other_way_is_seen(source: str) -> None:
    assert beyond("read", source)
