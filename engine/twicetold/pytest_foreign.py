"""A page that was not written for the engine, as pytest collects it: an item for each block."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from twicetold.base.extra import MissingError
from twicetold.base.project import Project
from twicetold.foreign import baseline, forks, pages, play, table
from twicetold.foreign.baseline import Judged
from twicetold.foreign.model import Block, Foreign
from twicetold.pytest_items import Item, Wrong
from twicetold.pytest_session import SESSION
from twicetold.run.cold import Happened, Request

WARM = pytest.StashKey[forks.Warm]()


def collect(path: Path, parent: pytest.Collector, project: Project) -> "ForeignFile | None":
    """Return what pytest collects of a file, if it is a page that is to be run.

    Args:
        path: of the file.
        parent: that collects it.
        project: with the pages; if it has no settings, only what is named is run.
    """
    asked = parent.session.isinitpath
    if path.is_relative_to(project.docs):
        inside = [path, *(each for each in path.parents if each.is_relative_to(project.docs))]
        wanted = project.settings.programs == "any" or any(map(asked, inside))
        is_ours = wanted and pages.is_page(path, project.docs)
    else:
        is_ours = asked(path) and pages.is_page(path, path)
    return ForeignFile.from_parent(parent, path=path) if is_ours else None


class ForeignFile(pytest.File):
    """A page: an item for what does not run, then one for each block."""

    def collect(self) -> Iterator[pytest.Item]:
        self._judged: Judged | None = None
        try:
            self.page: Foreign = pages.read(self.path, self.config.rootpath)
        except MissingError as error:
            raise self.CollectError(str(error)) from None
        yield PageItem.from_parent(self, name="page")
        for block in self.page.blocks:
            yield BlockItem.from_parent(self, name=block.name, block=block)

    def judged(self) -> Judged:
        """Return what is worse than the baseline; run the page if it was not."""
        if self._judged is None:
            project = self.config.stash[SESSION].project
            settings = project.settings
            how = play.How(
                settings.timeout, settings.runs, settings.network, _run(self.session)
            )
            play.play(self.page, how)
            before = baseline.read(project.root / settings.baseline)
            self._judged = baseline.judge([self.page], before or {})
            if before is None:
                self._judged.fewer = []
        return self._judged


def _run(session: pytest.Session) -> Callable[[Request], Happened]:
    """Return what runs the programs of all pages that pytest has collected."""
    stash = session.config.stash
    if WARM not in stash:
        files = dict.fromkeys(each.parent for each in session.items)
        pages = [each.page for each in files if isinstance(each, ForeignFile)]
        warm = stash[WARM] = forks.Warm(pages)
        session.config.add_cleanup(warm.close)
    return stash[WARM].run


class PageItem(Item):
    """Whether more blocks of a page than before do not run."""

    def runtest(self) -> None:
        assert isinstance(self.parent, ForeignFile)
        if fewer := self.parent.judged().fewer:
            raise Wrong("\n".join(fewer))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, ""


class BlockItem(Item):
    """What became of a block.

    Args:
        block: of the page.
    """

    def __init__(self, *, block: Block, **options: Any) -> None:
        super().__init__(**options)
        self.block = block

    def runtest(self) -> None:
        assert isinstance(self.parent, ForeignFile)
        worse = [block for _, block in self.parent.judged().worse]
        if any(block is self.block for block in worse):
            raise Wrong(table.line(self.parent.page, self.block))
        if self.block.failed:
            pytest.skip(f"known: {self.block.ended}: {self.block.detail}")
        if not self.block.runs:
            pytest.skip(f"{self.block.sort}: {self.block.reason}")

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.block.fence.line - 1, ""
