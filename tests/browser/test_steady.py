"""Nothing on a page moves while it loads, and it is not styled again and again."""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from threading import Semaphore

import pytest
from playwright.sync_api import Browser, Page

from ops.tools import browser, served, serving
from tests.support.with_receipts import READY, moved, visit

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
PARTS = 16  # of a page that comes bit by bit, the first with its whole head
EARLY = """
.md-sidebar--post { visibility: visible !important }
article > table { display: block !important }
"""
# Once a page has more elements than before, and has been drawn.
GROWN = """
async before => {
  const count = () => document.querySelectorAll("*").length;
  while (count() <= before) await new Promise(requestAnimationFrame);
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return count();
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
    assert any("P " in each for _, what in moved(tab) for each in what)


@pytest.mark.parametrize("more", ["", EARLY])
def test_nothing_moves_while_a_page_comes_in_parts_unless_it_is_broken(
    chromium: Browser, proven_site: Path, more: str
) -> None:
    """Send a page as a slow line does: the next part once what has come is drawn."""
    drawn = Semaphore(0)

    def parts(body: bytes) -> Iterator[bytes]:
        tags = [each.start() for each in re.finditer(rb"<[a-z]", body)]
        cuts = [tags[len(tags) * part // PARTS] for part in range(1, PARTS)]
        for start, end in pairwise([0, *cuts, len(body)]):
            yield body[start:end]
            drawn.acquire()

    found = {}
    post = next(proven_site.glob("blog/2*/*/*/*/")).relative_to(proven_site).as_posix()
    with serving.serve(proven_site, parts=parts) as server:
        for page, width in (("reference/what-survives/", 1280), (f"{post}/", 390)):
            with browser.watched(chromium, service_workers="block") as tab:
                tab.set_viewport_size({"width": width, "height": 844})
                browser.restyle(tab, more)
                tab.goto(server.address + page, wait_until="commit")
                count = 0
                for _ in range(PARTS):
                    count = tab.evaluate(GROWN, count)
                    drawn.release()
                tab.wait_for_function(READY)
                found[page] = moved(tab)
    if more:
        assert all(found.values()), "each of them is to move"
    else:
        assert not any(found.values()), found


def test_a_plot_that_is_drawn_again_is_not_taken_for_a_shift(
    tab: Page, proven_address: str
) -> None:
    """Chromium takes it for one by chance, and only of an element that is visible itself."""
    tab.goto(f"{proven_address}reference/speed/")
    plots = tab.locator("figure").get_by_role("img", name="The medians are in the table").all()
    assert plots
    for plot in plots:
        seen = plot.locator("svg, svg > *").evaluate_all(
            "all => all.map(each => getComputedStyle(each).visibility)"
        )
        assert seen[0] == "hidden" and set(seen[1:]) == {"visible"}


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
