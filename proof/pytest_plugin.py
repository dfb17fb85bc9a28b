"""Collect the programs of docs/ as tests; the only module that knows pytest."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from proof import ledger, merging, page, receipt
from proof.forks import Forks, modules
from proof.model import Example
from proof.project import Project
from proof.receipt import Entry, Ran
from proof.rehearsal import Rehearsal

_SESSION = pytest.StashKey["_Session"]()
_RAN = "ran"  # under which a report brings its record from a worker to the controller


class Wrong(Exception):
    """A page or an example is wrong; the text is all that an author needs."""


class _Session:
    """What the pages of one pytest process share.

    Args:
        config: pytest's.
    """

    def __init__(self, config: pytest.Config) -> None:
        self.project = Project(config.rootpath)
        self.warm: set[str] = set()
        self._config = config
        self._forks: Forks | None = None

    def forks(self) -> Forks:
        if self._forks is None:
            self._forks = Forks(sorted(self.warm))
        return self._forks

    def close(self) -> None:
        if self._forks is not None:
            self._forks.__exit__(None, None, None)

    def folder(self, key: str) -> Path:
        """Make an empty folder that pytest removes in its own time."""
        factory: Any = self._config._tmp_path_factory  # type: ignore[attr-defined]
        made: Path = factory.mktemp(key.replace("/", "+"), numbered=False)
        return made


class PageFile(pytest.File):
    """A page: an item for its sources, then its examples, then its examples again."""

    def collect(self) -> Iterator[pytest.Item]:
        session = self.config.stash[_SESSION]
        read = page.read(session.project, self.path)
        session.warm.update(modules(e.source.text for e in read.examples))
        self.page = read
        self.rehearsal: Rehearsal | None = None
        self.digest = ""
        yield SourcesItem.from_parent(self, name="page")
        for again in (False, True):
            for index, example in enumerate(read.examples):
                name = f"{example.title} (again)" if again else example.title
                yield ExampleItem.from_parent(
                    self, name=name, example=example, index=index, again=again
                )

    def rehearse(self) -> Rehearsal:
        """Return the runs of the page, which its items share."""
        if self.rehearsal is None:
            session = self.config.stash[_SESSION]
            base = session.folder(self.page.key)
            self.digest = receipt.folder(session.project, self.page)
            self.rehearsal = Rehearsal(session.project, self.page, base, session.forks().run)
        return self.rehearsal

    def leave(self) -> None:
        """Remove the page's folder, unless it can tell an author what went wrong.

        pytest would remove it three sessions later, all pages one after the other.
        """
        if self.rehearsal is not None and self.rehearsal.green:
            shutil.rmtree(self.rehearsal.folder.base, ignore_errors=True)
            self.rehearsal = None


class _Item(pytest.Item):
    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> Any:
        if isinstance(excinfo.value, Wrong):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)


class SourcesItem(_Item):
    """What is wrong with a page's Markdown and its snippets, all in one go."""

    def runtest(self) -> None:
        assert isinstance(self.parent, PageFile)
        faults = ledger.of_page(self.config.stash[_SESSION].project, self.parent.page)
        if faults:
            raise Wrong("\n".join(map(str, faults)))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, ""


class ExampleItem(_Item):
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
        each = self.parent
        outcome = each.rehearse().outcome(self.index, self.again)
        if self.config.option.receipt:
            project = self.config.stash[_SESSION].project
            record = receipt.ran(project, each.page, self.example, each.digest, outcome.skipped)
            self.user_properties.append((_RAN, asdict(record)))
        if outcome.skipped is not None:
            pytest.skip(outcome.skipped)
        if outcome.problem is not None:
            raise Wrong(outcome.problem)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, self.example.line - 1, ""


class _Report(pytest.TestReport):
    """A report that pytest shows under its id; from a domain it would make `write::py`."""

    @property
    def head_line(self) -> str:
        return self.nodeid


class _Receipt:
    """Gathers what the examples' reports bring, also from workers, and writes the receipt.

    Args:
        project: the sources.
        target: the file or the folder to write to.
    """

    def __init__(self, project: Project, target: Path) -> None:
        self._project = project
        self._target = target
        self._ran: list[Ran] = []
        self._said = "no program was run, so no receipt was written"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        record: Any = dict(report.user_properties).get(_RAN)
        if report.when == "call" and record is not None:
            entry = Entry(**record["entry"] | {"verdict": report.outcome})
            self._ran.append(Ran(**record | {"entry": entry}))

    def pytest_sessionfinish(self) -> None:
        if self._ran:
            made = receipt.make(self._project, self._ran)
            path = merging.write(self._project, made, self._target)
            counts = ", ".join(f"{n} {verdict}" for verdict, n in made.count().items() if n)
            self._said = f"{path}: {counts}"

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line(f"receipt: {self._said}")


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "write what passed to FILE.json, or into a folder under the name of this host"
    parser.addoption("--receipt", metavar="FILE", type=Path, help=text)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.location[2] == "" and not _is_worker():
        report.__class__ = _Report


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> object:
    """Run a program and report it once.

    It has no fixtures and prints elsewhere: set-up, teardown and their captures would say
    nothing, and cost as much as the rest of what pytest does for it.
    """
    if not isinstance(item, _Item):
        return None
    hook = item.ihook
    hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    stop = (pytest.exit.Exception, KeyboardInterrupt)
    call = pytest.CallInfo.from_call(item.runtest, when="call", reraise=stop)
    hook.pytest_runtest_logreport(report=hook.pytest_runtest_makereport(item=item, call=call))
    hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    if isinstance(item.parent, PageFile) and (not nextitem or nextitem.parent != item.parent):
        item.parent.leave()
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Keep each page on one worker: its examples share a folder and an order."""
    if getattr(config.option, "numprocesses", None) and config.option.dist in {"no", "load"}:
        config.option.dist = "loadfile"


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_SESSION] = _Session(config)
    if config.option.receipt and not _is_worker():
        target = config.invocation_params.dir / config.option.receipt
        config.pluginmanager.register(_Receipt(config.stash[_SESSION].project, target))


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_SESSION].close()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Any:
    project = parent.config.stash[_SESSION].project
    if file_path.suffix == ".md" and file_path.is_relative_to(project.docs):
        return PageFile.from_parent(parent, path=file_path)
    return None


def _is_worker() -> bool:
    return "PYTEST_XDIST_WORKER" in os.environ
