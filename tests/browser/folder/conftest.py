"""What the tests of the folder's panel share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.panel import opened


@pytest.fixture
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    page = opened(chromium, address, "sqlite/index")
    yield page
    page.context.close()
