"""The list of mutants that are right to survive speaks of the programs as they are."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from toy_site import make
from twicetold.base.project import Project
from twicetold.mutate import accepted, runs
from twicetold.read import page

ROOT = Path(__file__).parents[2]


def gone(root: Path) -> list[str]:
    """Return the entries of a site's list that name no mutant of its programs."""
    project = Project(root)
    pages = [page.read(project, path) for path in project.pages()]
    reasons, _ = accepted.read(root)
    return [str(fault) for fault in accepted.gone(root, reasons, runs.all_of(pages))]


def test_every_entry_names_a_mutant_that_is_there() -> None:
    assert gone(ROOT) == [], (
        f"{accepted.listed(ROOT)}: `make mutate PAGE=…` names what to put instead"
    )


def test_an_entry_of_a_program_that_has_changed_is_named(tmp_path: Path) -> None:
    make(tmp_path)
    entry = 'notes/write.py: Path("note.txt").write_text("lost", encoding="utf-8") · dropped'
    text = f"[[survivors]]\nreason = \"as a test\"\nmutants = ['{entry}']\n"
    (tmp_path / accepted.listed(tmp_path)).write_text(text, "utf-8")
    assert gone(tmp_path) == [f"mutants.toml:3: no longer there; remove it: {entry}"]


def test_no_mutant_is_listed_twice() -> None:
    listed = tomllib.loads((ROOT / accepted.listed(ROOT)).read_text("utf-8"))["survivors"]
    counts = Counter(entry for group in listed for entry in group["mutants"])
    assert [entry for entry, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("reason", sorted(set(accepted.read(ROOT)[0].values())))
def test_a_reason_is_a_sentence(reason: str) -> None:
    assert reason.endswith(".") and len(reason.split()) > 4
