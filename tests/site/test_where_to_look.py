"""The README says where to look: each file and room that it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def missing(text: str) -> list[str]:
    """Return the files that the cells of a text name and that are not there."""
    table = text.partition("## Where to look\n")[2].partition("\n## ")[0]
    named = re.findall(r"`([\w./-]+\.\w+)`", table)
    assert named
    return [name for name in named if not (ROOT / name).is_file()]


def rooms(text: str) -> list[str]:
    """Return the rooms of the engine that a text has a row of."""
    table = text.partition("| room |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def test_where_to_look_is_there() -> None:
    assert missing(README) == []


def test_every_room_of_the_engine_has_a_row() -> None:
    there = {path.parent.name for path in (ROOT / "engine" / "twicetold").glob("*/__init__.py")}
    assert sorted(rooms(README)) == sorted(there)


@pytest.mark.parametrize("name", ["press/tidy/bars.py", "web/src/run/run-bar.js"])
def test_a_file_that_has_moved_is_seen(name: str) -> None:
    moved = name.replace("/", "/old/", 1)
    assert missing(README.replace(name, moved)) == [moved]
