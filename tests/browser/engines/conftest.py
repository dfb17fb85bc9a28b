"""The engines that are here, each started once."""

from collections.abc import Iterator

import pytest

from tests.support import needs
from tests.support.engines.engine import Engine
from tests.support.engines.play import Chromium
from tests.support.engines.webdriver import DRIVEN


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="write where the checks passed")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask Chromium alone each time, and all three where it is written down: `make engines`."""
    if "engine" in metafunc.fixturenames:
        names = ["chromium", *(DRIVEN if metafunc.config.option.record else ())]
        metafunc.parametrize("engine", names, indirect=True, scope="session")


@pytest.fixture(scope="session")
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
