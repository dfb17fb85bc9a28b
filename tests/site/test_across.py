"""What the guide says of data handed from one version to another is so."""

import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide import across
from guide.across import HANDOVERS, READS, Handover
from twicetold.base.project import Project
from twicetold.versions import interpreters
from twicetold.versions.interpreters import Interpreter

PROJECT = Project(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def found() -> list[Interpreter]:
    return interpreters.find()


def test_the_running_python_is_found(found: list[Interpreter]) -> None:
    ours = interpreters.ask(Path(sys.executable))
    assert ours is not None
    assert ours.short in [each.short for each in found]


def test_what_is_no_cpython_is_not_found(tmp_path: Path) -> None:
    assert interpreters.ask(tmp_path / "python") is None
    assert interpreters.ask(Path("/bin/false")) is None


@pytest.mark.parametrize("each", HANDOVERS, ids=lambda each: each.name)
def test_the_table_says_what_the_pythons_of_this_machine_do(
    each: Handover, found: list[Interpreter], record_property: Callable[[str, object], None]
) -> None:
    stated = across.read(PROJECT.root / "theme" / "includes" / each.file)
    assert stated, f"no theme/includes/{each.file}; to write it: make across"
    happens = across.compute(PROJECT, each, found)
    tried = stated.keys() & happens.keys()
    record_property("tried", sorted(map(" → ".join, tried)))
    wrong = [
        f"{w} → {r}: {happens[w, r]}" for w, r in sorted(tried) if stated[w, r] != happens[w, r]
    ]
    if wrong:
        advice = f"theme/includes/{each.file} says otherwise; to renew it: make across"
        pytest.fail("\n".join([*wrong, advice]), pytrace=False)


def test_a_reader_that_can_not_read_is_told_by_its_last_line(found: list[Interpreter]) -> None:
    missing = Handover("pickle", "pickle/index", "save.py", "load_book.py")
    ours = [each for each in found if each.path.is_file()][:1]
    (said,) = across.compute(PROJECT, missing, ours).values()
    assert said.startswith("`FileNotFoundError:")


def test_a_table_reads_back_as_it_was_written(found: list[Interpreter], tmp_path: Path) -> None:
    pair = [found[0], dataclasses.replace(found[0], version="3.99.0", backends=("new", "dumb"))]
    for each in HANDOVERS:
        cells = {
            (across.wrote(each, writer), across.has(each, reader)): READS
            for writer in pair
            for reader in pair
        }
        (tmp_path / "table.md").write_text(across.text(each, pair, cells), "utf-8")
        assert across.read(tmp_path / "table.md") == cells
