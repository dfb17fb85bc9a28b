"""A page as pytest collects it: an item for its sources, and one for each run of a program."""

import functools
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from twicetold.books import ledger
from twicetold.judge import words
from twicetold.judge.ahead import At, Early
from twicetold.judge.page_run import PageRun, Run
from twicetold.judge.verdict import Verdict
from twicetold.pytest_session import SESSION
from twicetold.read import page
from twicetold.read.model import Example
from twicetold.receipts import kept, receipt
from twicetold.run.choose import modules

BRACKETS = str.maketrans("[]", "()")  # to pytest, they begin the parameters of a test
UNCHANGED = "unchanged"  # under which a report brings the key of a page that was not run
RAN = "ran"  # under which a report brings its record from a worker to the controller


class Wrong(Exception):
    """A page or an example is wrong; the text is all that an author needs."""


class PageFile(pytest.File):
    """A page: an item for its sources, then its examples, then its examples again.

    Args:
        only: the program whose items are wanted; all of them if it is None.
    """

    def __init__(self, *, only: str | None = None, **options: Any) -> None:
        super().__init__(**options)
        self._only = only

    def collect(self) -> Iterator[pytest.Item]:
        session = self.config.stash[SESSION]
        read = page.read(session.project, self.path)
        session.warm.update(modules(e.source.text for e in read.examples))
        self.page = read
        self.page_run: PageRun | None = None
        self.told: set[str] = set()  # the programs of which a message was shown
        self._early: Early | None = None
        self.digest = ""
        self._problem = ""
        yield SourcesItem.from_parent(self, name="page")
        for again in session.project.settings.rounds:
            for index, example in enumerate(read.examples):
                if self._only not in (None, example.name):
                    continue
                name = example.title.translate(BRACKETS) + (" (again)" if again else "")
                yield ExampleItem.from_parent(
                    self, name=name, example=example, index=index, again=again
                )

    @functools.cached_property
    def unchanged(self) -> bool:
        """Whether the page need not be run: all that a green run of it saw is the same."""
        session = self.config.stash[SESSION]
        believed = session.memory is not None and session.memory.believes(self.page)
        target = self.config.option.receipt
        return believed and (target is None or receipt.has(target, self.page))

    def verdict(self, index: int, again: bool) -> Verdict:
        """Return how an example's run ended.

        Args:
            index: the example's place on the page, from 0.
            again: whether the second run is asked for.

        Raises:
            Wrong: if no folder can be made for the page.
        """
        if self._early is not None:
            return self._early.verdict(index, again)
        return self._begun(self.config.stash[SESSION].forks().run).verdict(index, again)

    def early(self, wanted: list[At]) -> Early:
        """Return the page's runs, to be made before its turn.

        Args:
            wanted: those whose verdicts will be asked for.
        """
        self._early = Early(wanted, self._begun)
        return self._early

    def _begun(self, run: Run) -> PageRun:
        """Return the runs of the page, which its items share."""
        if self.page_run is None and not self._problem:
            session = self.config.stash[SESSION]
            try:
                base = session.folder(self.page.key)
                self.digest = self.config.option.receipt and receipt.fingerprint(self.page)
                recorded = session.memory is not None
                self.page_run = PageRun(
                    session.project, self.page, base, run, recorded=recorded
                )
            except OSError as error:
                self._problem = f"{self.page.where}:1: its programs can't be run: {error}"
        if self.page_run is None:
            raise Wrong(self._problem)
        return self.page_run

    def leave(self) -> None:
        """Remove the page's folder, unless it can tell an author what went wrong.

        pytest would remove it three sessions later, all pages one after the other.
        """
        if self.page_run is None:
            return
        if memory := self.config.stash[SESSION].memory:
            memory.keep(self.page, self.page_run)
        if self.page_run.green:
            self.config.stash[SESSION].remove(self.page_run.folder.base)
        else:
            self.config.stash[SESSION].keep(self.page_run.folder.base)
        self.page_run = None


class Item(pytest.Item):
    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> Any:
        if isinstance(excinfo.value, Wrong):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class SourcesItem(Item):
    """What is wrong with a page's Markdown and its snippets, all in one go."""

    def runtest(self) -> None:
        assert isinstance(self.parent, PageFile)
        faults = ledger.of_page(self.config.stash[SESSION].project, self.parent.page)
        if faults:
            raise Wrong("\n".join(map(str, faults)))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, ""


class ProgramFile(pytest.File):
    """A program: the items that its page has of it, or one that says that no page has it."""

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        project = self.config.stash[SESSION].project
        for folder in self.path.relative_to(project.snippets).parents:
            page = project.page(folder.as_posix())
            if page.is_file():
                only = self.path.relative_to(project.snippets / folder).as_posix()
                yield PageFile.from_parent(self, path=page, only=only)
                return
        for file, only in (showing := list(ledger.showing(project, self.path))):
            yield PageFile.from_parent(self, path=file, only=only)
        if not showing:
            yield NoPageItem.from_parent(self, name="page")


class NoPageItem(Item):
    """What is wrong with a program that no page has."""

    def runtest(self) -> None:
        name = self.config.stash[SESSION].project.name(self.path)
        raise Wrong(f"{name}:1: programs are tested by their page, and no page has this one")

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, ""


class ExampleItem(Item):
    """One run of one example.

    Args:
        example: the example.
        index: its place on the page, from 0.
        again: whether this is the second run.
    """

    left_out = ""  # why it is not run, if another plugin knows a reason

    def __init__(self, *, example: Example, index: int, again: bool, **options: Any) -> None:
        super().__init__(**options)
        self.example = example
        self.index = index
        self.again = again
        self.seconds = 0.0  # that the program took, whenever it was run

    def runtest(self) -> None:
        assert isinstance(self.parent, PageFile)
        if self.parent.unchanged:
            self.user_properties.append((UNCHANGED, self.parent.page.key))
            return
        if self.left_out:
            pytest.skip(self.left_out)
        try:
            each = self.parent
            verdict = each.verdict(self.index, self.again)
        except OSError as error:
            raise Wrong(f"{words.place(self.example)} can't be run: {error}") from None
        self.seconds = verdict.happened.seconds if verdict.happened else 0.0
        if self.config.option.receipt:
            told = kept.of(each.page, each.digest, verdict)
            self.user_properties.append((RAN, (each.page.key, asdict(told))))
        if verdict.skipped is not None:
            pytest.skip(verdict.skipped)
        if verdict.as_before and self.example.name in each.told:
            pytest.skip(words.AS_BEFORE)
        if verdict.wrong:
            each.told.add(self.example.name)
            raise Wrong(words.told(verdict))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.example.line - 1, ""


def run_ahead(tests: pytest.Session) -> None:
    """Begin to run pages, some of them before the turn of their items.

    Args:
        tests: all items, in the order of their turns.
    """
    session = tests.config.stash[SESSION]
    wanted: dict[PageFile, list[At]] = {}
    for item in tests.items:
        if (
            isinstance(item, ExampleItem)
            and isinstance(item.parent, PageFile)
            and not item.parent.unchanged
            and not item.left_out
        ):
            wanted.setdefault(item.parent, []).append((item.index, item.again))
    if session.more and len(wanted) > 1:
        session.run_ahead([each.early(runs) for each, runs in wanted.items()])
