"""Gives a test that is marked `alone` the machine, so that its figures are its own."""

from collections.abc import Generator

import pytest
from filelock import ReadWriteLock


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark, and with several workers what heeds it."""
    config.addinivalue_line("markers", "alone: no other worker runs anything beside this test")
    if hasattr(config, "workerinput"):
        config.pluginmanager.register(_Turns(config))


class _Turns:
    """Lets a marked test wait until no other worker runs a test, and all others wait for it."""

    def __init__(self, config: pytest.Config) -> None:
        assert config.cache is not None
        self.lock = ReadWriteLock(config.cache.mkdir("alone") / "turns.db")

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        alone = item.get_closest_marker("alone")
        with self.lock.write_lock() if alone else self.lock.read_lock():
            return (yield)
