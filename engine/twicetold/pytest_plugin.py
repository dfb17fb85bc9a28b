"""Collect the programs of pages as tests."""

from pathlib import Path
from typing import Any

import pytest

from twicetold.base import names
from twicetold.base.project import Project
from twicetold.base.settings import SettingsError
from twicetold.pytest_items import (
    RAN,
    UNCHANGED,
    ExampleItem,
    Item,
    PageFile,
    ProgramFile,
    run_ahead,
)
from twicetold.pytest_session import SESSION, Session, is_worker
from twicetold.receipts import gather, receipt
from twicetold.receipts.receipt import PageEntry


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
        self._ran: list[tuple[str, PageEntry]] = []
        self._said = "no program was run, so no receipt was written"

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        record: Any = dict(report.user_properties).get(RAN)
        if report.when == "call" and record is not None:
            key, told = record
            self._ran.append((key, receipt.page(told)))

    def pytest_sessionfinish(self) -> None:
        if self._ran:
            made = receipt.make(self._project, self._ran)
            path = gather.renew(self._project, made, self._target)
            counts = ", ".join(f"{n} {verdict}" for verdict, n in made.count().items() if n)
            self._said = f"{path}: {counts}"

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        terminalreporter.write_line(f"receipt: {self._said}")


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "write what passed to FILE.json, or into a folder under the name of this host"
    parser.addoption("--receipt", metavar="FILE", type=Path, help=text)
    text = "do not run pages that passed, if all that their programs saw is unchanged"
    parser.addoption("--skip-unchanged", action="store_true", help=text)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    ours = report.location[2] == "" and Path(report.location[0]).suffix.lower() in names.PAGES
    if ours and not is_worker():
        report.__class__ = _Report


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> None:
    """Begin with the pages of later items while those before them are reported."""
    if not session.testsfailed and not session.config.option.collectonly:
        run_ahead(session)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> object:
    """Run a program and report it once.

    It has no fixtures and prints elsewhere: set-up, teardown and their captures would say
    nothing, and cost as much as the rest of what pytest does for it.
    """
    if not isinstance(item, Item):
        return None
    hook = item.ihook
    hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    stop = (pytest.exit.Exception, KeyboardInterrupt)
    call = pytest.CallInfo.from_call(item.runtest, when="call", reraise=stop)
    report = hook.pytest_runtest_makereport(item=item, call=call)
    if report.skipped:  # on a line of the page, not where we say so
        path, line, _ = item.reportinfo()
        report.longrepr = (str(path), (line or 0) + 1, report.longrepr[2])
    if isinstance(item, ExampleItem):
        report.duration = item.seconds
    hook.pytest_runtest_logreport(report=report)
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
    try:
        config.stash[SESSION] = Session(config)
    except SettingsError as error:
        raise pytest.UsageError(str(error)) from None
    if config.option.receipt and not is_worker():
        target = config.invocation_params.dir / config.option.receipt
        config.pluginmanager.register(_Receipt(config.stash[SESSION].project, target))


def pytest_report_teststatus(
    report: pytest.CollectReport | pytest.TestReport,
) -> tuple[str, str, str] | None:
    """Count a program that was not run apart from those that passed."""
    if isinstance(report, pytest.TestReport) and dict(report.user_properties).get(UNCHANGED):
        return "unchanged", "u", "UNCHANGED"
    return None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many pages were not run."""
    reports = terminalreporter.stats.get("unchanged", ())
    keys = {str(dict(each.user_properties)[UNCHANGED]) for each in reports}
    if keys:
        said = (
            f"{len(keys)} page{'s'[: len(keys) > 1]} unchanged since a green run, and not run"
        )
        terminalreporter.write_line(said)


def pytest_unconfigure(config: pytest.Config) -> None:
    if SESSION in config.stash:
        config.stash[SESSION].close()


def pytest_report_header(config: pytest.Config) -> list[str]:
    """Say which of pytest's options programs can't heed."""
    options = {"--pdb": "usepdb", "--trace": "trace", "--setup-show": "setupshow"}
    asked = [name for name, key in options.items() if getattr(config.option, key, False)]
    return [
        f"{name}: not for programs of pages; each is a process of its own, without fixtures"
        for name in asked
    ]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Any:
    session = parent.config.stash[SESSION]
    project = session.project
    if session.foreign:
        from twicetold import pytest_foreign  # here, as most sites need none of what it imports

        return pytest_foreign.collect(file_path, parent, project)
    if file_path.suffix == ".md" and file_path.is_relative_to(project.docs):
        return PageFile.from_parent(parent, path=file_path)
    is_program = file_path.suffix in {".py", ".sh"}
    if is_program and file_path.is_relative_to(project.snippets):
        asked = parent.session.isinitpath
        folders = [each for each in file_path.parents if each.is_relative_to(project.snippets)]
        patterns = parent.config.getini("python_files")
        is_module = asked(file_path) or any(map(file_path.match, patterns))
        if file_path.suffix == ".sh" and asked(file_path):
            return ProgramFile.from_parent(parent, path=file_path)
        if any(map(asked, folders)) and not (is_module and file_path.suffix == ".py"):
            return ProgramFile.from_parent(parent, path=file_path)
    return None


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> Any:
    """Collect a program by its page: as a module, pytest would import it, and so run it."""
    session = parent.config.stash[SESSION]
    if not session.foreign and module_path.is_relative_to(session.project.snippets):
        return ProgramFile.from_parent(parent, path=module_path)
    return None
