"""Run a page's examples in order, twice, in one folder, and remember what happened."""

import contextlib
import os
import shutil
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from twicetold.base.project import Project
from twicetold.judge import judge
from twicetold.judge.verdict import Finding, Kind, Verdict
from twicetold.read.model import Page
from twicetold.run import folder
from twicetold.run.cold import LONGEST, Happened, Request
from twicetold.run.folder import Folder

SEEDS = (1, 2)  # of the first run and of the second
FOLDERS = {"page": "that it runs in", "home": "~", "tmp": "for temporary files"}

Run = Callable[[Request], Happened]


class PageRun:
    """The runs of one page, made when first asked for, each after all those before it.

    Args:
        project: where the page is.
        page: the page.
        base: a folder for the runs, empty if none was made yet.
        run: how to run an example.
        done: the runs that were made in that folder already.
        seeds: the hash seeds of the first run and of the second.
        recorded: whether to write down what programs ask for outside the folder.
    """

    def __init__(
        self,
        project: Project,
        page: Page,
        base: Path,
        run: Run,
        done: Sequence[Verdict] | None = None,
        seeds: tuple[int, int] = SEEDS,
        recorded: bool = False,
    ) -> None:
        self._page = page
        self._seeds = seeds
        self._settings = project.settings
        # Read before anything runs: a program may write into the project.
        self.expected = [example.expected for example in page.examples]
        self._programs: dict[str, bytes] | None = None
        self._run = run
        self._sources = {example.name: example.source for example in page.examples}
        self.folder: Folder = (
            folder.make(project, page, base, recorded)
            if done is None
            else Folder(base.resolve(), project.settings.network)
        )
        self._files = {e.name: str(self.folder.page / e.name) for e in page.examples}
        self._verdicts = list(done or ())

    @property
    def green(self) -> bool:
        """Whether nothing has gone wrong so far."""
        return not any(verdict.wrong for verdict in self._verdicts)

    @property
    def ended(self) -> bool:
        """Whether every program was run as often as the settings ask for."""
        return len(self._verdicts) == len(self._page.examples) * self._settings.runs

    def verdict(self, index: int, again: bool) -> Verdict:
        """Return how an example's run ended, after running all that comes before it.

        Args:
            index: the example's place on the page, from 0.
            again: whether the second run is asked for.
        """
        count = len(self._page.examples)
        wanted = index + count * again
        while len(self._verdicts) <= wanted:
            second, number = divmod(len(self._verdicts), count)
            first = self._verdicts[number] if second else None
            self._verdicts.append(self._one(number, first))
        return self._verdicts[wanted]

    def _one(self, number: int, first: Verdict | None) -> Verdict:
        example = self._page.examples[number]
        reason = example.marks.skip()
        again = first is not None
        if reason is None and again:
            reason = example.marks.once
        if reason is None and example.language == "sh" and shutil.which("sh") is None:
            reason = "needs sh, which is not installed"
        if reason is not None:
            return Verdict(example, Finding(Kind.SKIPPED, (reason,)), first=first)
        if self._programs is None:
            self._programs = self._read()
        if example.name not in self._programs:
            return Verdict(example, Finding(Kind.ABSENT, (example.source.name,)), first=first)
        limit = min(example.marks.timeout or self._settings.timeout, LONGEST)
        self.folder.told.unlink(missing_ok=True)
        strict = self._settings.warnings == "error"
        asked = (example.name, example.language, self._seeds[again], limit, strict)
        happened = self._run(Request(self.folder, *asked, self._programs))
        told = self.folder.told.read_text("utf-8") if self.folder.told.is_file() else ""
        advised = (self._settings.renewing(example.page), self._settings.title)
        meddled = self._put_back(self._programs)
        run = judge.Setting(self.folder, self._sources, *advised, limit, told, meddled)
        return judge.judge(example, self.expected[number], happened, run, first)

    def _read(self) -> dict[str, bytes]:
        """Return the page's programs that are in its folder."""
        found = {}
        for name, file in self._files.items():  # all of them after each, so without a Path
            with contextlib.suppress(OSError):
                if stat.S_ISREG(os.stat(file).st_mode):  # noqa: PTH116
                    with open(file, "rb", buffering=0) as program:  # noqa: PTH123
                        found[name] = program.read()
        return found

    def _put_back(self, programs: dict[str, bytes]) -> Finding | None:
        """Put back what a program did to the page's programs and folders; return what it did.

        Args:
            programs: what they were before it.
        """
        done = None
        for each in (self.folder.temporary, self.folder.home, self.folder.page):
            if not each.is_dir():
                done = Finding(Kind.UNMADE, (FOLDERS[each.name],))
                each.mkdir()
        found = self._read()
        for name, text in programs.items():
            if found.get(name) != text:
                file = Path(self._files[name])
                kind = Kind.CHANGED if name in found else Kind.REMOVED
                done = done or Finding(kind, (name,))
                file.parent.mkdir(parents=True, exist_ok=True)
                file.unlink(missing_ok=True)
                file.write_bytes(text)
        return done
