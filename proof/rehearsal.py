"""Run a page's examples in order, twice, in one folder, and remember what happened."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from proof import folder, verdict
from proof.folder import Folder
from proof.model import Example, Page
from proof.process import LIMIT, Happened, Request
from proof.project import Project

SEEDS = (1, 2)  # of the first run and of the second

Run = Callable[[Request], Happened]


@dataclass(frozen=True)
class Outcome:
    """How one run of one example ended.

    Args:
        problem: what is wrong, or None.
        skipped: why it was not run, or None.
        happened: what it did, or None if it was not run.
    """

    problem: str | None = None
    skipped: str | None = None
    happened: Happened | None = None


class Rehearsal:
    """The runs of one page, made when first asked for, each after all those before it.

    Args:
        project: where the page is.
        page: the page.
        base: a folder for the runs, empty if none was made yet.
        run: how to run an example.
        done: the runs that were made in that folder already.
    """

    def __init__(
        self,
        project: Project,
        page: Page,
        base: Path,
        run: Run,
        done: Sequence[Outcome] | None = None,
    ) -> None:
        self._page = page
        self._run = run
        self._sources = {example.name: example.source for example in page.examples}
        self.folder: Folder = (
            folder.make(project, page.key, base) if done is None else Folder(base.resolve())
        )
        self._outcomes = list(done or ())

    @property
    def green(self) -> bool:
        """Whether nothing has gone wrong so far."""
        return all(outcome.problem is None for outcome in self._outcomes)

    def outcome(self, index: int, again: bool) -> Outcome:
        """Return how an example's run ended, after running all that comes before it.

        Args:
            index: the example's place on the page, from 0.
            again: whether the second run is asked for.
        """
        count = len(self._page.examples)
        wanted = index + count * again
        while len(self._outcomes) <= wanted:
            second, number = divmod(len(self._outcomes), count)
            first = self._outcomes[number] if second else Outcome()
            self._outcomes.append(self._one(self._page.examples[number], bool(second), first))
        return self._outcomes[wanted]

    def _one(self, example: Example, again: bool, first: Outcome) -> Outcome:
        reason = example.marks.skip()
        if reason is None and again:
            reason = example.marks.once
        if reason is None and example.language == "sh" and shutil.which("sh") is None:
            reason = "needs sh, which is not installed"
        if reason is not None:
            return Outcome(skipped=reason)
        limit = example.marks.timeout or LIMIT
        happened = self._run(
            Request(self.folder, example.name, example.language, SEEDS[again], limit)
        )
        problem = verdict.judge(
            example, happened, self.folder, self._sources, limit, again, first.problem is None
        )
        return Outcome(problem, None, happened)
