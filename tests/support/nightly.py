"""Leaves to the run of every night what takes too long for each run; `--all` takes it along."""

from collections.abc import Iterable
from typing import Any

import pytest


def but(values: Iterable[Any], *each_run: Any) -> list[Any]:
    """Return values for `pytest.mark.parametrize`, of which each run tries some alone.

    Args:
        values: all.
        each_run: those that each run tries.
    """
    return [v if v in each_run else pytest.param(v, marks=pytest.mark.nightly) for v in values]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="run what is marked nightly, too")


def pytest_configure(config: pytest.Config) -> None:
    text = "nightly: takes too long for each run; docs/how-tested.md names it"
    config.addinivalue_line("markers", text)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--all"):
        return
    left = [item for item in items if item.get_closest_marker("nightly")]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not item.get_closest_marker("nightly")]
