"""Leaves out tests that passed on the same site or code, as `tests/unchanged.json` says.

A whole run does, and says so; `--all` and whatever is named run them nevertheless. Of a page
that passed twice it leaves out the second time: its programs are run once each.
"""

import json
import re
from collections.abc import Callable
from functools import partial

import pytest

from tests.support import given

FILE = given.ROOT / "tests" / "unchanged.json"
REASON = "unchanged since it passed"
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
    r"tests/site/test_(?:author|corpora|dbm|one_pass|peers|remember"
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
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    whole = whole or getattr(config.option, "skip_unchanged", False)
    config.option.believe = whole and not (config.option.all or config.option.record)
    if config.option.record and (config.option.keyword or "::" in " ".join(config.args)):
        raise pytest.UsageError("--record takes whole files")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the second run of a page; `--skip-unchanged` alone may leave out both."""
    if not (config.option.believe or config.option.record):
        return
    from twicetold.pytest_items import ExampleItem, PageFile  # here, as in `given`
    from twicetold.receipts import receipt

    known = read()
    pages: dict[PageFile, list[ExampleItem]] = {}
    for item in items:
        if isinstance(item, ExampleItem) and isinstance(item.parent, PageFile) and item.again:
            pages.setdefault(item.parent, []).append(item)
    for page, again in pages.items():
        name = key(again[0].nodeid)
        found = f"{given.code(RUNS)[:32]}{receipt.fingerprint(page.page)[:32]}"
        for item in again:
            if not config.option.believe:
                item.user_properties.append((REASON, (name, found)))
            elif known.get(name or "") == found and page.always_run:
                item.left_out = REASON


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
    if not (item.config.option.believe or item.config.option.record):
        return
    found = digest()
    if item.config.option.believe and read().get(name) == found:
        pytest.skip(REASON)
    item.user_properties.append((REASON, (name, found)))


def read() -> dict[str, str]:
    """Return what passed: the digest of what each test, or file of tests, was given."""
    known: dict[str, str] = json.loads(FILE.read_text("utf-8"))
    return known


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if not config.option.record:
        return
    passed: dict[str, str] = {}
    failed = set()
    for report in (each for some in terminalreporter.stats.values() for each in some):
        name = key(getattr(report, "nodeid", ""))
        properties = dict(getattr(report, "user_properties", []))
        if name and (report.failed or LACKS in properties):
            failed.add(name)
        elif name and REASON in properties:
            passed |= dict([properties[REASON]])
    known = {name: found for name, found in (read() | passed).items() if name not in failed}
    text = json.dumps(known, indent=0, sort_keys=True)
    FILE.write_text(f"{text}\n", "utf-8")
    terminalreporter.write_line(f"{len(known)} are written down in {FILE.name}")
