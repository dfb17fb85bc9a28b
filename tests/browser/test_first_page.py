"""The first page says what the site is for, and leads on, before anything is scrolled."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, TimeoutError, expect

from ops.tools import browser
from tests.support.with_receipts import visit

SIZES = {1280: 800, 390: 844}
FIRST = (
    *("article h1", ".lead", ".ask", ".ask-file a"),
    *(".doors li:nth-child(3)", "[data-run-all]"),
)
COVERED = """
() => [...document.querySelectorAll("pre > code")]
  .filter(each => each.checkVisibility() && !each.closest("details:not([open])"))
  .filter(each => each.scrollWidth > each.clientWidth + 1 && !each.hasAttribute("data-cut"))
  .map(each => each.textContent.slice(0, 60))
"""
SMALL = """
() => [...document.querySelectorAll("proven-mark button, .steps a, .button, .ask, .doors li, "
  + ".contents summary, button[data-opens]")]
  .filter(each => each.checkVisibility())
  .map(each => [each.outerHTML.slice(0, 60), each.getBoundingClientRect().height])
  .filter(([, height]) => height < 43)
"""


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    options = {"reduced_motion": "reduce", "service_workers": "block"}
    with browser.watched(chromium, **options) as page:
        yield page


@pytest.mark.parametrize("width", SIZES)
def test_the_first_screen_holds_what_a_reader_came_for(
    tab: Page, proven_address: str, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": SIZES[width]})
    visit(tab, proven_address)
    for selector in FIRST:
        box = tab.locator(selector).bounding_box()
        assert box and box["y"] + box["height"] <= SIZES[width], selector
    for link in tab.locator(".doors a").all():
        link.click(trial=True)  # nothing covers it
    line = tab.locator(".pair .filename").first.bounding_box()
    assert line and line["y"] + line["height"] <= SIZES[width]
    tab.locator(".ask").click()
    expect(tab.get_by_role("textbox", name="Search")).to_be_focused()
    assert tab.url == proven_address


def test_one_button_runs_the_pair(tab: Page, proven_address: str) -> None:
    visit(tab, proven_address)
    tab.get_by_role("button", name="Run both").click()
    for bar in (0, 1):
        expect(tab.locator("pdp-run").nth(bar)).to_have_attribute("data-verdict", "same")


def test_on_a_phone_what_is_cut_says_so_and_a_finger_meets_its_target(
    tab: Page, proven_address: str
) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    for page in ("", "tutorial/lost/"):
        visit(tab, proven_address + page)
        assert tab.evaluate(COVERED) == []
        assert tab.evaluate(SMALL) == []
        outputs = ".language-text > pre > code, .language-pytb > pre > code"
        cut = "all => all.filter(each => each.scrollWidth > each.clientWidth + 1).length"
        assert tab.locator(outputs).evaluate_all(cut) == 0
    faded = tab.locator("code[data-cut]")
    count = faded.count()
    assert count > 0
    faded.first.evaluate(
        "each => each.scrollTo({ left: each.scrollWidth, behavior: 'instant' })"
    )
    expect(faded).to_have_count(count - 1)


# The outputs with columns of which a row takes more than one line.
WRAPPED = """
() => [...document.querySelectorAll(".columns code")].filter(each => {
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(each);
  const room = parseFloat(paddingTop) + parseFloat(paddingBottom);
  const lines = each.textContent.trimEnd().split("\\n").length;
  return each.clientHeight - room > (lines + 0.5) * parseFloat(lineHeight);
}).length
"""


@pytest.mark.parametrize(("page", "tables"), [("concepts/power-loss/", 4), ("testing/", 1)])
def test_on_a_phone_a_row_of_an_output_is_one_line(
    tab: Page, proven_address: str, page: str, tables: int
) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    visit(tab, proven_address + page)
    expect(tab.locator(".columns code[data-cut]")).to_have_count(tables)
    assert tab.evaluate(WRAPPED) == 0
    browser.restyle(tab, ".md-typeset .columns > pre > code { white-space: pre-wrap }")
    tab.reload()
    expect(tab.locator(".columns code")).to_have_count(tables)
    assert tab.evaluate(WRAPPED) == tables


def test_a_table_that_is_cut_looks_like_the_others(tab: Page, proven_address: str) -> None:
    """The theme puts each table into a box that scrolls, but late."""
    visit(tab, proven_address)
    tab.evaluate(
        """() => {
          const early = document.createElement("table");
          early.innerHTML = `<tr><td>${"x".repeat(999)}</td></tr>`;
          document.querySelector("article h1").before(early);
        }"""
    )
    expect(tab.locator("article table[data-cut]")).to_have_count(1)
    assert tab.locator("article table[data-cut]:not([class])").count() == 1


def test_a_link_that_its_door_covers_is_found(tab: Page, proven_address: str) -> None:
    browser.restyle(tab, ".md-typeset .doors p a { position: static }")
    visit(tab, proven_address)
    with pytest.raises(TimeoutError, match="intercepts pointer events"):
        tab.locator(".doors p a").first.click(trial=True, timeout=2000)


def test_a_small_target_and_a_silent_cut_are_found(tab: Page, proven_address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    browser.restyle(tab, ".md-typeset .pair button.button { min-block-size: 1rem }")
    visit(tab, proven_address)
    assert len(tab.evaluate(SMALL)) == 1
    tab.locator("code[data-cut]").first.evaluate("each => each.removeAttribute('data-cut')")
    assert len(tab.evaluate(COVERED)) == 1


# Code of a few letters or words of which a part is on another line.
BROKEN = """
() => [...document.querySelectorAll("article :is(p, li, dd) code")]
  .filter(each => each.checkVisibility() && !each.closest("pre, table"))
  .filter(each => each.textContent.length <= 24 && each.getClientRects().length > 1)
  .map(each => each.textContent)
"""


@pytest.mark.parametrize("page", ["sqlite/wal/", "sqlite/web/"])
def test_short_code_in_a_text_is_on_one_line(tab: Page, proven_address: str, page: str) -> None:
    for width in (1280, 390):
        tab.set_viewport_size({"width": width, "height": 844})
        visit(tab, proven_address + page)
        assert tab.evaluate(BROKEN) == [], width
    browser.restyle(tab, ".md-typeset :is(p, li, dd) code.short { white-space: normal }")
    visit(tab, proven_address + page)
    assert tab.evaluate(BROKEN) != []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_post_leads_back_to_the_others(tab: Page, proven_address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    visit(tab, f"{proven_address}blog/")
    tab.get_by_role("link", name="Continue reading").first.click()
    expect(tab).to_have_url(re.compile("/blog/2"))
    tab.get_by_role("link", name=re.compile("^(Blog|Back to index)$")).first.click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Blog")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("sqlite/lock/", "sqlite/locked/"),
        ("locked.html", "sqlite/locked/"),
        ("tutorial/Remember/index.html", "tutorial/remember/"),
        ("zzz/", None),
    ],
)
def test_an_address_that_is_not_there_is_guessed(
    tab: Page, proven_site: Path, proven_address: str, asked: str, meant: str | None
) -> None:
    missing = {"path": proven_site / "404.html", "content_type": "text/html"}
    tab.route(f"**/{asked}", lambda route: route.fulfill(**missing))
    tab.goto(proven_address + asked)
    guess = tab.locator("[data-guess]")
    if meant is None:
        expect(guess).to_have_text("Search, or begin with one of the pages below.")
    else:
        expect(guess).to_contain_text("Did you mean: ")
        guess.get_by_role("link").click()
        expect(tab).to_have_url(proven_address + meant)
        expect(tab.get_by_role("heading", level=1)).not_to_have_text("This page is not here")
