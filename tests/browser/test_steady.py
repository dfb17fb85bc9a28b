"""Nothing on a page moves while it loads, and it is not styled again and again."""

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ops.bench import served
from tests.support import browser
from tests.support.with_receipts import moved, visit

ROOT = Path(__file__).parents[2]
BUDGETS = tomllib.loads((ROOT / "guide" / "lists" / "budgets.toml").read_text("utf-8"))
SCROLL = """
async () => {
  for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
    scrollTo({ top, behavior: "instant" });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}
"""


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    with browser.watched(chromium, service_workers="block") as page:
        yield page


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_while_a_page_loads_and_is_scrolled(
    tab: Page,
    proven_address: str,
    proven_site: Path,
    width: int,
    figure: Callable[[str], None],
) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    for page in ("", "sqlite/", served.longest(proven_site)):
        visit(tab, proven_address + page)
        tab.evaluate(SCROLL)
        shifts = moved(tab)
        score = sum(value for value, _ in shifts)
        most = BUDGETS["layout-shift"]["score"]
        figure(f"layout shift of /{page} at {width} px: {score:.4f}; at most {most}")
        assert score <= most, f"{page}: {shifts}"


def test_what_moves_is_found(tab: Page, proven_address: str) -> None:
    visit(tab, proven_address)
    tab.evaluate("() => document.querySelector('article h1').style.marginTop = '200px'")
    assert moved(tab) != []


def test_a_page_is_styled_no_more_often_than_it_must_be(
    chromium: Browser,
    tab: Page,
    proven_address: str,
    proven_site: Path,
    tmp_path: Path,
    figure: Callable[[str], None],
) -> None:
    page = served.longest(proven_site)
    trace = tmp_path / "trace.json"
    chromium.start_tracing(page=tab, path=trace, categories=["devtools.timeline"])
    visit(tab, proven_address + page)
    chromium.stop_tracing()
    events = json.loads(trace.read_text("utf-8"))["traceEvents"]
    styled = sum(
        event["args"].get("elementCount", 0)
        for event in events
        if event["name"] == "UpdateLayoutTree"
    )
    times = styled / tab.evaluate("() => document.querySelectorAll('body *').length")
    most = BUDGETS["styled"]["times"]
    figure(f"{page}: each element is styled {times:.1f} times; at most {most}")
    assert times <= most
