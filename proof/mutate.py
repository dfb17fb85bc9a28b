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

from proof import mutants
from proof.forks import Forks, modules
from proof.model import Example, Page
from proof.mutants import Mutant
from proof.process import LIMIT, Happened, Request
from proof.project import Project
from proof.rehearsal import Rehearsal

PATIENCE = 7.0  # seconds for a program that takes less; more than SQLite waits for a lock
TELLS = sys.version_info >= (3, 13)  # whether a connection left open is reported


@dataclass(frozen=True)
class Trial:
    """One mutant, and whether its page noticed.

    Args:
        page: the page's key.
        program: the file under snippets/.
        line: of the file, from 1.
        mutant: what was altered.
        killed: whether a verdict of the page turned red.
    """

    page: str
    program: str
    line: int
    mutant: Mutant
    killed: bool

    def __str__(self) -> str:
        return f"snippets/{self.program}:{self.line}: {self._altered}"

    @property
    def entry(self) -> str:
        """How the list of those that are right to survive names it."""
        return f"{self.program}: {self._altered}"

    @property
    def _altered(self) -> str:
        return f"{self.mutant.statement} · {self.mutant.change}"


class RedError(Exception):
    """A page is red as it stands; the message is its verdict."""


def left_out(each: Page) -> str | None:
    """Return why the mutants of a page are not tried, or None.

    Args:
        each: the page.
    """
    slow = [e.title for e in each.examples if (e.marks.timeout or 0) > LIMIT]
    if slow:
        return f"{slow[0]} is given more than {LIMIT:g} seconds, for each of its mutants"
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
    return Trial(each.key, f"{each.key}/{example.name}", line, mutant, killed)


def run(project: Project, pages: Iterable[Page]) -> Iterator[Trial]:
    """Try all mutants of the pages, as many at a time as there are processors.

    Args:
        project: where the pages are.
        pages: those to try.

    Raises:
        RedError: if a page is red without any mutant.
    """
    pages = list(pages)
    count = os.cpu_count() or 1
    warm = modules(example.source.text for each in pages for example in each.examples)
    idle: queue.SimpleQueue[Forks] = queue.SimpleQueue()
    for _ in range(count):
        idle.put(Forks(warm))

    def one(each: Page, example: Example | None, mutant: Mutant | None) -> Trial | None:
        forks = idle.get()
        try:
            problem = _first_problem(project, each, forks, example, mutant)
        finally:
            idle.put(forks)
        if example is None or mutant is None:
            if problem is not None:
                raise RedError(problem)
            return None
        return _trial(each, example, mutant, problem is not None)

    jobs: list[tuple[Page, Example | None, Mutant | None]] = []
    for each in pages:
        tried = of_page(each)
        jobs += [(each, None, None)] if tried else []
        jobs += [(each, *pair) for pair in tried]
    with ThreadPoolExecutor(count) as pool:
        try:
            for trial in pool.map(lambda job: one(*job), jobs):
                if trial is not None:
                    yield trial
        finally:
            pool.shutdown(cancel_futures=True)
            while not idle.empty():
                idle.get().__exit__(None, None, None)


def _first_problem(
    project: Project, each: Page, forks: Forks, example: Example | None, mutant: Mutant | None
) -> str | None:
    """Return the first verdict that is red when a page is run with a mutant, or None."""

    def patient(request: Request) -> Happened:
        limit = min(request.limit, PATIENCE) if mutant else request.limit
        return forks.run(dataclasses.replace(request, limit=limit))

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
        rehearsed = Rehearsal(project, each, Path(base), patient)
        if example is not None and mutant is not None:
            file = rehearsed.folder.page / example.name
            file.write_text(mutant.text, "utf-8", newline="\n")
        for again in (False, True):
            for index in range(len(each.examples)):
                problem = rehearsed.outcome(index, again).problem
                if problem is not None:
                    return problem
    return None
