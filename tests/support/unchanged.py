"""Leaves out browser tests that passed on the same site, as `tests/unchanged.json` says.

A whole run does, and says so; `--all` and whatever is named run them nevertheless.
"""

import json
import re

import pytest

from tests.support import given

FILE = given.ROOT / "tests" / "unchanged.json"
REASON = "unchanged since it passed"
# The tests that can be left out: all of a file together, or each by itself.
TOGETHER = re.compile(
    r"tests/browser/(?:(?:run|folder)/\w+|test_(?:accessible|keyboard|look))\.py"
)
ALONE = re.compile(
    r"tests/browser/(?:engines/test_engines\.py::\w+\[(?!chromium)"
    r"|test_every_page\.py::test_a_page_).*"
)


def key(nodeid: str) -> str | None:
    """Return the name under which a test is known, if it is one that may be left out.

    Args:
        nodeid: pytest's name of it.
    """
    found = TOGETHER.match(nodeid) or ALONE.match(nodeid)
    return found[0] if found else None


def pytest_addoption(parser: pytest.Parser) -> None:
    text = "write where browsers passed, and on what"
    parser.addoption("--record", action="store_true", help=text)


def pytest_configure(config: pytest.Config) -> None:
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    config.option.believe = whole and not (config.option.all or config.option.record)
    if config.option.record and (config.option.keyword or "::" in " ".join(config.args)):
        raise pytest.UsageError("--record takes whole files")


@pytest.fixture(autouse=True)
def _unchanged(request: pytest.FixtureRequest) -> None:
    """Skip a test that passed on the same; note with the others what they are tried on."""
    name = key(request.node.nodeid)
    if name is None or not (request.config.option.believe or request.config.option.record):
        return
    found = given.digest(request.getfixturevalue("site"), name)
    if request.config.option.believe and read().get(name) == found:
        pytest.skip(REASON)
    request.node.user_properties.append((REASON, (name, found)))


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
        if name and not report.passed:
            failed.add(name)
        elif name:
            passed |= dict(value for what, value in report.user_properties if what == REASON)
    known = {name: found for name, found in (read() | passed).items() if name not in failed}
    text = json.dumps(known, indent=0, sort_keys=True)
    FILE.write_text(f"{text}\n", "utf-8")
    terminalreporter.write_line(f"{len(known)} are written down in {FILE.name}")
