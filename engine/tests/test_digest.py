"""The digest of a page changes with all that a verdict on it depends on, and with no more."""

from pathlib import Path

import pytest

from toy_site import PAGE, put
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import page
from twicetold.read.model import Page
from twicetold.receipts import receipt

SKIPPED = "<!--pytest.mark.skipif(False, reason='never')-->\n"
NEEDS = "<!--pytest-codeblocks:importorskip(platformdirs)-->\n"


def read(notes: Path) -> Page:
    project = Project(notes)
    return page.read(project, project.page("notes"))


def digest(notes: Path) -> str:
    """Return the digest of all that a verdict on the page depends on."""
    return receipt.fingerprint(read(notes))


def shown(notes: Path) -> list[str]:
    """Return the digests of what the page shows of each program."""
    return [receipt.digest_of(each) for each in read(notes).examples]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('```text title="Output"', '```pytb title="Output"'),
        ('```python title="read', '<!--pytest.mark.timeout(9)-->\n```python title="read'),
        (
            '```python title="read',
            "<!--pytest.mark.once(reason='x')-->\n```python title=\"read",
        ),
        ('```python title="write', SKIPPED + '```python title="write'),
        ('```python title="write', NEEDS + '```python title="write'),
    ],
)
def test_what_a_page_asks_of_its_programs_is_in_its_digest(
    notes: Path, before: str, after: str
) -> None:
    first = digest(notes)
    assert digest(notes) == first
    assert before in PAGE
    (notes / "docs" / "notes.md").write_text(PAGE.replace(before, after, 1), "utf-8")
    assert digest(notes) != first


def test_a_module_beside_the_programs_is_in_the_digest(notes: Path) -> None:
    put(notes, "local.py", "NAME = 1\n")
    before = digest(notes)
    put(notes, "local.py", "NAME = 2\n")
    assert digest(notes) != before


@pytest.mark.parametrize("name", [".DS_Store", ".read.py.swp", "read.py~", "Thumbs.db"])
def test_what_an_editor_leaves_changes_nothing(notes: Path, name: str) -> None:
    before = digest(notes)
    (notes / "snippets" / "notes" / name).write_bytes(b"\0\xff")
    assert digest(notes) == before
    assert ledger.of_page(Project(notes), read(notes)) == []


def test_another_input_makes_another_folder(notes: Path) -> None:
    before, programs = digest(notes), shown(notes)
    put(notes, "input.csv", "a,b\n")
    assert shown(notes) == programs
    assert digest(notes) != before
