"""A page as pytest collects it: an item for its sources, and one for each run of a program."""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.foreign.verbs import is_foreign
from twicetold.judge import words
from twicetold.judge.page_run import PageRun
from twicetold.read import page
from twicetold.read.model import Example
from twicetold.receipts import packages, receipt
from twicetold.receipts.receipt import PageEntry
from twicetold.run.choose import Forks, modules

SESSION = pytest.StashKey["Session"]()
BRACKETS = str.maketrans("[]", "()")  # to pytest, they begin the parameters of a test
RAN = "ran"  # under which a report brings its record from a worker to the controller


class Wrong(Exception):
    """A page or an example is wrong; the text is all that an author needs."""


class Session:
    """What the pages of one pytest process share.

    Args:
        config: pytest's.
    """

    def __init__(self, config: pytest.Config) -> None:
        self.project = Project(config.rootpath)
        self.settings = self.project.settings  # read now, so that a wrong one is told at once
        self.foreign = is_foreign(self.project)
        self.warm: set[str] = set()
        self._config = config
        self._forks: Forks | None = None
        self._base: Path | None = None

    def forks(self) -> Forks:
        if self._forks is None:
            self._forks = Forks(sorted(self.warm))
        return self._forks

    def close(self) -> None:
        if self._forks is not None:
            self._forks.__exit__(None, None, None)
        if self._base is not None:
            shutil.rmtree(self._base, ignore_errors=True)

    def folder(self, key: str) -> Path:
        """Make an empty folder.

        It is not pytest's, which removes those of earlier sessions then, and lets one wait.
        """
        if self._base is None:
            self._base = Path(tempfile.mkdtemp(prefix="twicetold-"))
        return Path(tempfile.mkdtemp(prefix=f"{key.replace('/', '+')}-", dir=self._base))

    def keep(self, folder: Path) -> None:
        """Hand a folder to pytest, which removes it in its own time.

        Args:
            folder: of a page that is red.
        """
        factory: Any = self._config._tmp_path_factory  # type: ignore[attr-defined]
        with contextlib.suppress(OSError):
            shutil.move(folder, factory.getbasetemp() / folder.name)


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

    def begun(self) -> PageRun:
        """Return the runs of the page, which its items share.

        Raises:
            Wrong: if no folder can be made for them.
        """
        if self.page_run is None and not self._problem:
            session = self.config.stash[SESSION]
            try:
                base = session.folder(self.page.key)
                run = session.forks().run
                self.digest = receipt.folder(self.page)
                self.page_run = PageRun(session.project, self.page, base, run)
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
        if self.page_run.green:
            shutil.rmtree(self.page_run.folder.base, ignore_errors=True)
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

    def __init__(self, *, example: Example, index: int, again: bool, **options: Any) -> None:
        super().__init__(**options)
        self.example = example
        self.index = index
        self.again = again

    def runtest(self) -> None:
        assert isinstance(self.parent, PageFile)
        try:
            each = self.parent
            verdict = each.begun().verdict(self.index, self.again)
        except OSError as error:
            raise Wrong(f"{words.place(self.example)} can't be run: {error}") from None
        if self.config.option.receipt:
            result = "failed" if verdict.wrong else "skipped" if verdict.skipped else "passed"
            used = packages.used(each.page, self.example)
            entry = receipt.entry(self.example, result, verdict.skipped, used)
            told = PageEntry(each.digest, {self.example.title: entry})
            self.user_properties.append((RAN, (each.page.key, asdict(told))))
        if verdict.skipped is not None:
            pytest.skip(verdict.skipped)
        if verdict.wrong:
            raise Wrong(words.told(verdict))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.example.line - 1, ""
