"""Pages with bars on them: one just opened, and one that all tests of a module share."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.tools.serving import Server
from tests.support.bars import PAGE, bar

PRESS_ALL = """text => [...document.querySelectorAll("pdp-run button:not([hidden])")]
    .filter(button => button.textContent === text).forEach(button => button.click())"""


@pytest.fixture
def opened(tab: Page) -> Page:
    tab.goto(PAGE)
    return tab


@pytest.fixture(scope="module")
def kept(chromium: Browser, served: Server) -> Iterator[Page]:
    """One page, on which Python stays, for all tests that need no reload; it may complain."""
    with chromium.new_context(base_url=served.address) as context:
        shared = context.new_page()
        shared.goto(PAGE)
        bar(shared, "save.py").wait_for()
        yield shared


@pytest.fixture
def page(kept: Page) -> Page:
    """The kept page as it was at first: its size, nothing runs, no edits, an empty folder."""
    kept.set_viewport_size({"width": 1280, "height": 720})
    for button in ("Stop", "Reset", "Close"):
        kept.evaluate(PRESS_ALL, button)
        expect(kept.get_by_role("button", name=button, exact=True)).to_have_count(0)
    kept.get_by_role("button", name="Empty", exact=True).click()
    kept.get_by_text("The folder is as at the start of the page.").wait_for()
    return kept
