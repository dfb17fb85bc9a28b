"""The engines that are here, each started once."""

from collections.abc import Iterator

import pytest

from tests import needs
from tests.engines import webdriver
from tests.engines.engine import Engine
from tests.engines.play import Chromium

DRIVEN = {"firefox": webdriver.Firefox, "webkit": webdriver.WebKit}


@pytest.fixture(scope="session", params=["chromium", *DRIVEN])
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An engine with one page open, of a reader who was never here."""
    name = request.param
    if name == "chromium":
        opened: Engine = Chromium(request.getfixturevalue("chromium"))
    else:
        needs.require(name)
        opened = DRIVEN[name](tmp_path_factory.mktemp(name))
    yield opened
    opened.close()
