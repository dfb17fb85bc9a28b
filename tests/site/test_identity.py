"""Each card says which program it is, and what it shows is that program."""

from pathlib import Path

from tests.support.with_receipts import passed_everywhere
from twicetold.base.project import Project
from twicetold.books import built
from twicetold.receipts import gather


def test_every_card_has_the_digest_of_its_receipt_and_of_what_it_shows(
    project: Project, site: Path
) -> None:
    gathered = gather.keep(project, passed_everywhere(project))
    found = set()
    for path in site.rglob("*.html"):
        for card in built.cards(path):
            known = {each.example.title: each for each in gathered.pages[card.key or ""]}
            program = known[card.name]
            assert card.written in (program.sha256, *program.sections), f"{path}:{card.line}"
            assert card.written == card.shown, f"{path}:{card.line}"
            found.add((card.key, card.name))
    assert found == {
        (key, each.example.title)
        for key, programs in gathered.pages.items()
        for each in programs
    }
