"""Each engine that is here, started once, for all its checks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.tools.engines.driven import DRIVEN
from ops.tools.engines.engine import Engine
from ops.tools.engines.play import Chromium


@pytest.fixture(
    params=[pytest.param(name, marks=pytest.mark.needs(name)) for name in ("chromium", *DRIVEN)]
)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An engine with one page open, of a reader who was never here."""
    if request.param == "chromium":
        opened: Engine = Chromium(request.getfixturevalue("chromium"))
    else:
        opened = DRIVEN[request.param](tmp_path)
    yield opened
    opened.close()
