"""Leaves out tests that passed on the same site or code, as `tests/unchanged.json` says.

A whole run does, and says so; `--all` and whatever is named run them nevertheless. Of a page
that passed twice it leaves out the second time: its programs are run once each. With
`--skip-unchanged`, both are left out, and what passed here is believed as what is recorded.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.support import given

FILE = given.ROOT / "tests" / "unchanged.json"
HERE = given.ROOT / ".cache" / "unchanged.json"  # what passed on this machine, unrecorded
REASON = "unchanged since it passed"
KNOWN = pytest.StashKey[list[dict[str, str]]]()
# Options that leave tests out, and how a run ends that was not stopped.
PART = ("keyword", "markexpr", "deselect", "lf", "stepwise", "maxfail", "collectonly")
WHOLE = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
LACKS = "lacks"  # under which a report names the tools that the test was skipped for
# The tests that can be left out: all of a file together, or each by itself.
TOGETHER = re.compile(
    r"docs/[\w/-]+\.md(?=::)"
    r"|tests/browser/(?:(?:run|folder)/\w+|test_(?:accessible|first_page|keyboard|lighthouse|look"
    r"|no_script|offline|palette|print|private|proven|search|steady))\.py"
)
ALONE = re.compile(
    r"tests/browser/(?:engines/test_engines\.py::\w+\[|test_every_page\.py::test_a_page_).*"
)
# Those of sources, all of a file together: of the engine, of all code, and of the pages, too.
ENGINE = ("engine", "ops/locks", "pyproject.toml")
CODE = (
    *("*.toml", "*.yml", "Makefile", "docs/assets/*.css", "docs/assets/*.js"),
    *("engine", "guide", "ops", "press", "tests", "theme", "web"),
)
PAGES = (*CODE, "docs/**/*.md", "docs/assets/*.svg", "snippets")
# And the second run of the programs of a page, beside its own files.
RUNS = ("engine/twicetold", "ops/locks", "pyproject.toml")
SOURCES = {
    r"engine/tests/test_\w+\.py": ENGINE,
    r"tests/site/test_(?:author|corpora|dbm|left_out|one_pass|peers|remember"
    r"|trying|unchanged)\.py": CODE,
    r"tests/site/(?:inspect/test_\w+"
    r"|test_(?:accepted|across|cost|exercises|markup|needs|own|take_away))\.py": PAGES,
}


def key(nodeid: str) -> str | None:
    """Return the name under which a test is known, if it is one that may be left out.

    Args:
        nodeid: pytest's name of it.
    """
    ways = (TOGETHER.match, ALONE.match, *(re.compile(each).match for each in SOURCES))
    return next((found[0] for way in ways if (found := way(nodeid))), None)


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "write what passed, and on what"
    parser.addoption("--record", action="store_true", help=text)


def pytest_configure(config: pytest.Config) -> None:
    option = config.option
    option.here = getattr(option, "skip_unchanged", False)
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS or option.here
    option.believe = whole and not (option.all or option.record)
    part = any(getattr(option, name, None) for name in PART)
    part = part or any("::" in each or "snippets" in Path(each).parts for each in config.args)
    if option.record and part:
        raise pytest.UsageError("--record takes whole files")
    option.note = option.record or (whole and not part)
    if option.note and not hasattr(config, "workerinput"):
        option.sources = given.code(PAGES)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the second run of a page that passed, or both with `--skip-unchanged`."""
    if not (config.option.believe or config.option.note):
        return
    from twicetold.pytest_items import ExampleItem, PageFile  # here, as in `given`
    from twicetold.receipts import receipt

    pages: dict[PageFile, list[ExampleItem]] = {}
    for item in items:
        if isinstance(item, ExampleItem) and isinstance(item.parent, PageFile):
            pages.setdefault(item.parent, []).append(item)
    for page, runs in pages.items():
        name = key(runs[0].nodeid)
        found = f"{given.code(RUNS)[:32]}{receipt.fingerprint(page.page)[:32]}"
        for item in runs:
            if config.option.believe and _passed(config, name, found):
                if item.again or config.option.here:
                    item.left_out = REASON
            elif item.again:
                item.user_properties.append((REASON, (name, found)))


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test of sources before its fixtures are made."""
    name = key(item.nodeid)
    for each, names in SOURCES.items():
        if name and re.match(each, name):
            _leave_out(item, name, partial(given.code, names))


@pytest.fixture(autouse=True)
def _unchanged(request: pytest.FixtureRequest) -> None:
    """Skip a test in a browser once the site is there."""
    name = key(request.node.nodeid)
    if name and name.startswith("tests/browser/"):
        site = request.getfixturevalue
        _leave_out(request.node, name, lambda: given.digest(site("site"), name))


def _leave_out(item: pytest.Item, name: str, digest: Callable[[], str]) -> None:
    """Skip a test that passed on the same; note with the others what they are tried on."""
    if not (item.config.option.believe or item.config.option.note):
        return
    found = digest()
    if item.config.option.believe and _passed(item.config, name, found):
        pytest.skip(REASON)
    item.user_properties.append((REASON, (name, found)))


def read(file: Path) -> dict[str, str]:
    """Return what passed: the digest of what each test, or file of tests, was given.

    Args:
        file: the project's, or this machine's.
    """
    return dict(json.loads(file.read_text("utf-8"))) if file.is_file() else {}


def _passed(config: pytest.Config, name: str | None, found: str) -> bool:
    """Return whether a test passed on what it is given now; the files are read once."""
    if KNOWN not in config.stash:
        files = (FILE, HERE) if config.option.here else (FILE,)
        config.stash[KNOWN] = [read(each) for each in files]
    return any(known.get(name or "") == found for known in config.stash[KNOWN])


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Write down what passed: for all if it was asked for, or for this machine alone."""
    if not config.option.note or exitstatus not in WHOLE:
        return
    given.forget()
    if given.code(PAGES) != config.option.sources:
        terminalreporter.write_line("a source changed meanwhile: nothing is written down")
        return
    file = FILE if config.option.record else HERE
    passed, failed = _ended(terminalreporter)
    known = {name: found for name, found in (read(file) | passed).items() if name not in failed}
    if config.option.record:
        terminalreporter.write_line(f"{len(known)} are written down in {FILE.name}")
    file.parent.mkdir(exist_ok=True)
    draft = file.with_suffix(".part")
    draft.write_text(f"{json.dumps(known, indent=0, sort_keys=True)}\n", "utf-8")
    draft.replace(file)


def _ended(reporter: pytest.TerminalReporter) -> tuple[dict[str, str], set[str]]:
    """Return what passed, with its digest, and what failed or lacked a tool."""
    passed: dict[str, str] = {}
    failed = set()
    for report in (each for some in reporter.stats.values() for each in some):
        if not isinstance(report, pytest.TestReport):
            continue  # a warning, or a test that was deselected
        name = key(report.nodeid)
        properties: dict[str, Any] = dict(report.user_properties)
        if name and (report.failed or LACKS in properties):
            failed.add(name)
        elif name and REASON in properties:
            passed |= dict([properties[REASON]])
    return passed, failed
