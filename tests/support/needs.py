"""Skips what this machine has no tool for, and says at the end what that was and what helps.

Where `CI` is set, everything is to be tried: there a missing tool is a failure.
"""

import os
import re
from collections import Counter
from collections.abc import Generator

import pytest

from ops.tools import machine
from tests.support import unchanged


def require(*names: str) -> None:
    """Skip the running test unless these tools of `ops/tools/machine.py` are here."""
    if lacking := machine.missing(names):
        pytest.skip(f"needs {', '.join(lacking)}")


def lacking(reason: str) -> list[str]:
    """Return the missing tools that a reason to skip names, as in `needs jq and sqlite3`.

    A module that cannot be imported is one of the group `beyond`: all others are in the lock.
    """
    if reason.startswith("could not import "):
        return machine.missing(["beyond"])
    if not reason.startswith("needs "):
        return []
    words = set(re.findall(r"\w+", reason))
    named = (name for name, tool in machine.TOOLS.items() if words & {name, *tool.holds})
    return machine.missing(named)


def pytest_configure(config: pytest.Config) -> None:
    machine.use_our_node()
    text = "needs(*tools): is skipped where a tool of ops/tools/machine.py is missing"
    config.addinivalue_line("markers", text)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test before its fixtures are made; one that is named like a tool needs it."""
    named = {name for mark in item.iter_markers("needs") for name in mark.args}
    fixtures: list[str] = getattr(item, "fixturenames", [])
    require(*sorted(named | machine.TOOLS.keys() & set(fixtures)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note the tools that a test, or a program of a page by its own mark, was skipped for."""
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if names := lacking(reason):
            report.user_properties.append((unchanged.LACKS, names))
            if os.environ.get("CI"):
                report.outcome = "failed"
                report.longrepr = f"{reason}, and CI is set: {machine.command(names)}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: Counter[str] = Counter()
    others: Counter[bool] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        names = dict(report.user_properties).get(unchanged.LACKS, [])
        counts.update(names)
        if not names:
            others[unchanged.REASON in str(report.longrepr)] += 1
    if counts:
        terminalreporter.section("not tried on this machine")
        for name, count in counts.most_common():
            what = machine.TOOLS[name].what
            terminalreporter.write_line(f"{count:6}  need {name:10}{what}")
        terminalreporter.write_line(f"to try them: {machine.command(sorted(counts))}")
    if others[True]:
        terminalreporter.write_line(
            f"{others[True]} were left out, {unchanged.REASON}: `make test ALL=1` runs them"
        )
    if others[False]:
        terminalreporter.write_line(
            f"{others[False]} more were skipped for other reasons: `pytest -rs` names them"
        )
