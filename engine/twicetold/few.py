"""Run a few pages without pytest, whose start would take longer than they do."""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from twicetold.base.project import Project
from twicetold.base.tests import FEW
from twicetold.books import ledger
from twicetold.judge import words
from twicetold.judge.page_run import PageRun
from twicetold.read import page
from twicetold.read.model import Page
from twicetold.run import cold
from twicetold.run.choose import Forks, modules

MARKS = {"failed": "F", "passed": ".", "skipped": "s"}
COLD = 2  # programs on a page that end before servers for them would have started
_ASKED = ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")


def suits(project: Project, keys: list[str]) -> bool:
    """Return whether pages are few, and their site says nothing to pytest about them.

    Args:
        project: the sources.
        keys: of the pages.
    """
    folders = {each for key in keys for each in project.page(key).parents}
    ours = (each for each in folders if each.is_relative_to(project.root))
    told = any((each / "conftest.py").is_file() for each in ours)
    return len(keys) <= FEW and not told and not any(map(os.environ.get, _ASKED))


def run(project: Project, keys: list[str]) -> int:
    """Run pages and print what failed; return the exit status.

    Args:
        project: the sources.
        keys: of the pages.
    """
    counts: Counter[str] = Counter()
    failed = []
    for key in keys:
        for outcome, text in _outcomes(project, page.read(project, project.page(key))):
            print(MARKS[outcome], end="", flush=True)
            counts[outcome] += 1
            failed += [text] * (outcome == "failed")
    print()
    for text in failed:
        print(f"\n{text}\n")
    print(", ".join(f"{counts[name]} {name}" for name in MARKS if counts[name]))
    return 1 if failed else 0


def _outcomes(project: Project, each: Page) -> Iterator[tuple[str, str]]:
    """Yield how the sources of a page are, and how each run of a program ended."""
    faults = "\n".join(map(str, ledger.of_page(project, each)))
    yield "failed" if faults else "passed", faults
    texts = [example.source.text for example in each.examples]
    try:
        with (
            tempfile.TemporaryDirectory(
                prefix="twicetold-", ignore_cleanup_errors=True
            ) as base,
            Forks(modules(texts), installed=project.settings.warm) as forks,
        ):
            start = forks.run if len(texts) > COLD else cold.start
            made = PageRun(project, each, Path(base), start)
            for again in project.settings.rounds:
                for index in range(len(texts)):
                    verdict = made.verdict(index, again)
                    if verdict.as_before:
                        yield "skipped", ""
                    elif verdict.wrong:
                        yield "failed", words.told(verdict)
                    else:
                        yield "passed" if verdict.skipped is None else "skipped", ""
    except OSError as error:
        yield "failed", f"{each.where}:1: its programs can't be run: {error}"
