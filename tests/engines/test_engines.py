"""Chromium, Firefox and WebKit pass the same small set of checks."""

from pathlib import Path

import pytest

from tests.browser import Server
from tests.engines.checks import CHECKS, Visit
from tests.engines.engine import Engine


def test_each_check_passes(
    engine: Engine, site: Path, served: Server, subtests: pytest.Subtests
) -> None:
    visit = Visit(engine, site, served.address)
    for check in CHECKS:
        with subtests.test(check.__name__):
            check(visit)
            assert engine.complaints() == []
