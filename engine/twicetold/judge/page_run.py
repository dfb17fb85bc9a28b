"""Run a page's examples in order, twice, in one folder, and remember what happened."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from twicetold.base.project import Project
from twicetold.judge import verdict
from twicetold.judge.verdict import Outcome
from twicetold.read.model import Page
from twicetold.run import folder
from twicetold.run.cold import LONGEST, Happened, Request
from twicetold.run.folder import Folder

SEEDS = (1, 2)  # of the first run and of the second
FOLDERS = {"page": "that it runs in", "home": "~", "tmp": "for temporary files"}

Run = Callable[[Request], Happened]


class Rehearsal:
    """The runs of one page, made when first asked for, each after all those before it.

    Args:
        project: where the page is.
        page: the page.
        base: a folder for the runs, empty if none was made yet.
        run: how to run an example.
        done: the runs that were made in that folder already.
        seeds: the hash seeds of the first run and of the second.
    """

    def __init__(
        self,
        project: Project,
        page: Page,
        base: Path,
        run: Run,
        done: Sequence[Outcome] | None = None,
        seeds: tuple[int, int] = SEEDS,
    ) -> None:
        self._page = page
        self._seeds = seeds
        self._settings = project.settings
        # Read before anything runs: a program may write into the project.
        self.expected = [verdict.expected(example) for example in page.examples]
        self._programs: dict[str, bytes] | None = None
        self._run = run
        self._sources = {example.name: example.source for example in page.examples}
        self.folder: Folder = (
            folder.make(project, page, base)
            if done is None
            else Folder(base.resolve(), project.settings.network)
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
            self._outcomes.append(self._one(number, bool(second), first))
        return self._outcomes[wanted]

    def _one(self, number: int, again: bool, first: Outcome) -> Outcome:
        example = self._page.examples[number]
        reason = example.marks.skip()
        if reason is None and again:
            reason = example.marks.once
        if reason is None and example.language == "sh" and shutil.which("sh") is None:
            reason = "needs sh, which is not installed"
        if reason is not None:
            return Outcome(skipped=reason)
        if self._programs is None:
            self._programs = self._read()
        if example.name not in self._programs:
            missing = f"was not run: there is no {example.source.name}"
            return Outcome(f"{verdict.place(example)} {missing}", fit=False)
        limit = min(example.marks.timeout or self._settings.timeout, LONGEST)
        self.folder.told.unlink(missing_ok=True)
        strict = self._settings.warnings == "error"
        asked = (example.name, example.language, self._seeds[again], limit, strict)
        happened = self._run(Request(self.folder, *asked))
        told = self.folder.told.read_text("utf-8") if self.folder.told.is_file() else ""
        renew = self._settings.renewing(example.page)
        changed = self._put_back(self._programs)
        run = verdict.Setting(self.folder, self._sources, renew, limit, told, changed)
        return verdict.judge(example, self.expected[number], happened, run, again, first)

    def _read(self) -> dict[str, bytes]:
        """Return the page's programs that are in its folder."""
        files = {
            example.name: self.folder.page / example.name for example in self._page.examples
        }
        return {name: file.read_bytes() for name, file in files.items() if file.is_file()}

    def _put_back(self, programs: dict[str, bytes]) -> str | None:
        """Put back what a program did to the page's programs and folders; return what it did.

        Args:
            programs: what they were before it.
        """
        done = None
        for each in (self.folder.temporary, self.folder.home, self.folder.page):
            if not each.is_dir():
                done = f"removed the folder {FOLDERS[each.name]}"
                each.mkdir()
        found = self._read()
        for name, text in programs.items():
            if found.get(name) != text:
                file = self.folder.page / name
                did = "changed" if name in found else "removed"
                done = done or f"{did} {name}, which its page shows"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.unlink(missing_ok=True)
                file.write_bytes(text)
        return done
