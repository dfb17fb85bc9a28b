"""Run each page with one thing of one program altered, and say which pages don't notice."""

import dataclasses
import os
import queue
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from twicetold.base.project import Project
from twicetold.mutate import mutants
from twicetold.mutate.mutants import Mutant
from twicetold.mutate.snapshots import Snapshots
from twicetold.read import page
from twicetold.read.model import Example, Page
from twicetold.run.choose import Forks, modules
from twicetold.run.cold import Happened, Request

PATIENCE = 7.0  # seconds for a program that takes less; more than SQLite waits for a lock
TELLS = sys.version_info >= (3, 13)  # whether a connection left open is reported


@dataclass(frozen=True)
class Trial:
    """One mutant, and whether its page noticed.

    Args:
        page: the page's key; of a program that pages share, their folder.
        program: the file, from the folder of all pages' on, as lists name it.
        file: the same as messages name it.
        line: of the file, from 1.
        mutant: what was altered.
        killed: whether a verdict of a page turned red.
    """

    page: str
    program: str
    file: str
    line: int
    mutant: Mutant
    killed: bool

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self._altered}"

    @property
    def entry(self) -> str:
        """How the list of those that are right to survive names it."""
        return f"{self.program}: {self._altered}"

    @property
    def _altered(self) -> str:
        return f"{self.mutant.statement} · {self.mutant.change}"


class RedError(Exception):
    """A page is red as it is; the message is its verdict."""


def left_out(each: Page, limit: float) -> str | None:
    """Return why the mutants of a page are not tried, or None.

    Args:
        each: the page.
        limit: the seconds of a program without a mark.
    """
    slow = [e.title for e in each.examples if (e.marks.timeout or 0) > limit]
    if slow:
        return f"{slow[0]} is given more than {limit:g} seconds, for each of its mutants"
    return None


def of_page(each: Page) -> list[tuple[Example, Mutant]]:
    """Return the mutants of a page that can be tried.

    Left out are programs that this interpreter skips, and the close of a connection where
    nobody reports it: before Python 3.13, and in a program that ends in an error.

    Args:
        each: the page.
    """
    tried = []
    for example in _programs(each):
        if example.marks.skip():
            continue
        for mutant in mutants.make(example.source.text):
            if mutant.kind != mutants.CLOSE or (TELLS and not example.must_fail):
                tried.append((example, mutant))
    return tried


def all_of(pages: Iterable[Page]) -> Iterator[str]:
    """Yield each mutant of the pages as the list names it, tried on this interpreter or not."""
    for each in pages:
        for example in _programs(each):
            for mutant in mutants.make(example.source.text):
                yield _trial(each, example, mutant, killed=False).entry


def _programs(each: Page) -> list[Example]:
    """Return the programs of a page, each once: the variant that runs here, if one does."""
    found = [example for example in each.examples if example.language == "python"]
    found.sort(key=lambda example: example.marks.skip() is None)
    return list({example.name: example for example in found}.values())


def _trial(each: Page, example: Example, mutant: Mutant, killed: bool) -> Trial:
    line = example.source.lines[mutant.line - 1]
    home = example.shared or each.key
    name = f"{home}/{example.name}"
    return Trial(home, name, example.source.name, line, mutant, killed)


def run(project: Project, pages: Iterable[Page]) -> Iterator[Trial]:
    """Try all mutants of the pages, as many at a time as there are processors.

    Those of a program that pages share are tried on each page that shows it until one notices.

    Args:
        project: where the pages are.
        pages: those to try.

    Raises:
        RedError: if a page is red without any mutant.
    """
    pages = list(pages)
    count = os.cpu_count() or 1
    warm = modules(example.source.text for each in pages for example in each.examples)
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    for _ in range(count):
        idle.put(_Worker(project, warm))

    def one(each: Page, example: Example, mutant: Mutant) -> Trial:
        worker = idle.get()
        try:
            return _trial(each, example, mutant, worker.notices(each, example, mutant))
        finally:
            idle.put(worker)

    jobs = [(each, *pair) for each in pages for pair in of_page(each)]
    left = {mutant for _, example, mutant in jobs if example.shared}
    shared: dict[Mutant, Trial] = {}
    with ThreadPoolExecutor(count) as pool:
        try:
            own = [job for job in jobs if not job[1].shared]
            yield from pool.map(lambda job: one(*job), own)
            for each in [*pages, *_others(project, pages)] if left else []:
                again = [(each, e, m) for e, m in of_page(each) if e.shared and m in left]
                for trial in pool.map(lambda job: one(*job), again):
                    shared[trial.mutant] = trial
                left -= {mutant for mutant, trial in shared.items() if trial.killed}
            yield from shared.values()
        finally:
            pool.shutdown(cancel_futures=True)
            while not idle.empty():
                idle.get().close()


def _others(project: Project, pages: list[Page]) -> Iterator[Page]:
    """Yield the other pages of the site whose mutants can be tried."""
    keys = {each.key for each in pages}
    for path in project.pages():
        each = page.read(project, path)
        if each.key not in keys and not left_out(each, project.settings.timeout):
            yield each


class _Worker:
    """Tries mutants one after the other; keeps the snapshots of the page it is at.

    Args:
        project: where the pages are.
        warm: the modules that its servers import.
    """

    def __init__(self, project: Project, warm: list[str]) -> None:
        self._project = project
        self._forks = Forks(warm, installed=project.settings.warm)
        self._stage: Snapshots | None = None
        self._base = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)

    def notices(self, each: Page, example: Example, mutant: Mutant) -> bool:
        """Return whether a verdict turns red when the page is run with a mutant.

        Args:
            each: the page.
            example: its program.
            mutant: of that program.

        Raises:
            RedError: if the page is red without it.
        """
        snapshots = self._at(each)

        def patient(request: Request) -> Happened:
            limit = min(request.limit, PATIENCE + 3 * snapshots.seconds.get(request.name, 0.0))
            return self._forks.run(dataclasses.replace(request, limit=limit))

        page_run = snapshots.resumed(example, patient)
        file = page_run.folder.page / example.name
        file.write_text(mutant.text, "utf-8", newline="\n")
        return any(
            page_run.verdict(index, again).wrong
            for again in self._project.settings.rounds
            for index in range(len(each.examples))
        )

    def _at(self, each: Page) -> Snapshots:
        if self._stage is None or self._stage.page is not each:
            self._base.cleanup()
            self._base = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
            self._stage = Snapshots(self._project, each, Path(self._base.name), self._forks.run)
        if self._stage.problem is not None:
            raise RedError(self._stage.problem)
        return self._stage

    def close(self) -> None:
        """End its servers and remove its folder."""
        self._forks.close()
        self._base.cleanup()
