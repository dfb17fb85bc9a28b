"""Run a page from any of its programs on, in the state that those before it left."""

import shutil
import tempfile
from pathlib import Path

from twicetold.base.project import Project
from twicetold.judge import words
from twicetold.judge.page_run import PageRun, Run
from twicetold.judge.verdict import Verdict
from twicetold.read.model import Example, Page


class Snapshots:
    """A page, run once as it is, with a copy of its folders before each program.

    Each copy is put back before the program is run, so a page that could tell the copy from
    what was there turns red here. Such a page is then always run from its first program on.

    Args:
        project: where the page is.
        page: the page.
        base: an empty folder.
        run: how to run an example.
    """

    def __init__(self, project: Project, page: Page, base: Path, run: Run) -> None:
        self.page = page
        self._project = project
        self._base = base
        self._verdicts: list[Verdict] = []
        self.problem = self._prepare(run, len(page.examples))
        if self.problem is not None:
            self.problem = self._prepare(run, 1)

    @property
    def seconds(self) -> dict[str, float]:
        """How long each program took."""
        programs = zip(self.page.examples, self._verdicts, strict=False)
        return {each.name: done.happened.seconds for each, done in programs if done.happened}

    def resumed(self, example: Example, run: Run) -> PageRun:
        """Return the page's runs from the first program on that an altered one could change.

        Args:
            example: the program that is going to be altered.
            run: how to run an example.
        """
        stem = example.name.partition(".")[0]
        examples = self.page.examples
        first = next(
            index
            for index, each in enumerate(examples)
            if each.name == example.name or stem in each.source.text
        )
        first = first if self._copy(first).is_dir() else 0
        self._restore(first)
        return PageRun(self._project, self.page, self._folder, run, self._verdicts[:first])

    @property
    def _folder(self) -> Path:
        return self._base / "run"

    def _copy(self, index: int) -> Path:
        return self._base / f"before-{index}"

    def _prepare(self, run: Run, copies: int) -> str | None:
        """Run the page, copying before each of the first programs; return what is wrong."""
        for path in self._base.iterdir():
            shutil.rmtree(path, ignore_errors=True)
        self._folder.mkdir()
        page_run = PageRun(self._project, self.page, self._folder, run)
        self._verdicts = []
        for again in self._project.settings.rounds:
            for index in range(len(self.page.examples)):
                if index < copies and not again:
                    try:
                        _copy(self._folder, self._copy(index))
                        self._restore(index)
                    except OSError as error:
                        return str(error)
                verdict = page_run.verdict(index, again)
                if verdict.wrong:
                    return words.told(verdict)
                if not again:
                    self._verdicts.append(verdict)
        return None

    def _restore(self, index: int) -> None:
        old = Path(tempfile.mkdtemp(dir=self._base)) / "old"  # may hold what can't be removed
        self._folder.rename(old)
        shutil.rmtree(old.parent, ignore_errors=True)
        _copy(self._copy(index), self._folder)


def _copy(source: Path, target: Path) -> None:
    shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
