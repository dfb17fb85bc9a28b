"""A page is whole for a reader whose browser runs no script."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from ops.tools import browser
from ops.tools.serving import Server
from tests.support import nightly

PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 900}

# What a page shows that it should not, or hides that it should show. A gap is room that is left
# in a card below its text, or an element of the page that has a size and nothing in it.
FAULTS = """
() => {
  const shown = { visibilityProperty: true };
  const seen = each => each.checkVisibility({ ...shown, opacityProperty: true });
  const end = each => each.getBoundingClientRect().bottom;
  const faults = [];
  const tell = (fault, each) => faults.push(`${fault}: ${each.outerHTML.slice(0, 80)}`);
  const all = selector => [...document.querySelectorAll(selector)];

  if (all(".md-content h1").filter(seen).length !== 1) faults.push("not one h1");

  for (const each of all("article pre")) {
    const tab = each.closest(".tabbed-block");
    const folded = each.closest("details:not([open])");
    if (!seen(each) && !tab && !folded) tell("hidden", each);
    if (folded && !seen(folded.querySelector("summary"))) tell("sealed", folded);
    const labels = tab?.closest(".tabbed-set").querySelectorAll("label") ?? [];
    if (![...labels].every(seen)) tell("cannot be chosen", tab);
  }

  for (const card of all("article div.highlight").filter(seen)) {
    const last = [...card.children].filter(seen).at(-1);
    if (end(card) - end(last) > 2) tell("a gap below its text", card);
    const goes_on = card.nextElementSibling?.matches("div:is(.language-text, .language-pytb)");
    const { borderBlockEndStyle: border } = getComputedStyle(card);
    if (!goes_on && border !== "solid") tell("open at its end", card);
  }
  const filled = ":is(pre *, svg, svg *, img, hr, input, td, th, br, :has(svg, img, input))";
  for (const each of all(`article :not(${filled})`))
    if (!each.textContent.trim() && seen(each) && each.offsetHeight > 2) tell("empty", each);

  const alive = ":is(label[for=__drawer], .tabbed-labels label, .md-nav *)";
  const made = "pdp-run, pdp-page, pdp-folder, proven-mark";
  for (const each of all(`:is(button, label, select, input, ${made}):not(${alive})`))
    if (seen(each)) tell("dead", each);
  for (const each of all("input:not(.tabbed-set > *)"))
    if (each.checkVisibility(shown)) tell("takes the focus for nothing", each);

  const waits = /^(loading|initiali[sz]ing|searching|please wait|starting)/i;
  for (const each of all("body :not(article *, .md-nav *, :has(*))"))
    if (waits.test(each.textContent.trim()) && seen(each)) tell("waits for ever", each);
  return faults;
}
"""

# Each label of a tab and each summary, and whether a click on it shows what belongs to it.
OPENED = """
() => {
  const tried = [];
  for (const label of document.querySelectorAll(".tabbed-labels label")) {
    label.click();
    const tabs = label.closest(".tabbed-set").querySelectorAll(
      ":scope > .tabbed-content > .tabbed-block");
    const place = [...label.parentElement.children].indexOf(label);
    tried.push([label.textContent, tabs[place].checkVisibility()]);
  }
  const folded = "article details:not(.contents) > summary";
  for (const summary of document.querySelectorAll(folded)) {
    if (!summary.parentElement.open) summary.click();
    tried.push([summary.textContent, summary.nextElementSibling.checkVisibility()]);
  }
  return tried;
}
"""


def addresses(site: Path) -> list[str]:
    """Return where the pages of a site are, but for those that only lead to another."""
    return sorted(
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in site.rglob("*.html")
        if "http-equiv=refresh" not in (text := path.read_text("utf-8")).replace('"', "")
        and "<article" in text
    )


@pytest.fixture
def plain(chromium: Browser, served: Server) -> Iterator[Callable[..., Page]]:
    """A function that opens a tab in which no script runs."""
    contexts = []

    def opened(size: ViewportSize, more: str = "") -> Page:
        """Open a tab.

        Args:
            size: of the window, in CSS pixels.
            more: what is to be at the end of the style sheet.
        """
        context = chromium.new_context(
            base_url=served.address,
            java_script_enabled=False,
            reduced_motion="reduce",
            viewport=size,
        )
        contexts.append(context)
        browser.restyle(context, more)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("size", nightly.but([PHONE, LAPTOP], PHONE), ids=["phone", "laptop"])
def test_each_page_is_whole_and_shows_nothing_that_needs_a_script(
    plain: Callable[..., Page], site: Path, size: dict[str, int]
) -> None:
    page = plain(size)
    found = []
    for address in addresses(site):
        page.goto(address or "./", wait_until="load")
        found += [f"/{address}: {fault}" for fault in page.evaluate(FAULTS)]
    assert not found, "without JavaScript:\n" + "\n".join(found)


def test_each_tab_and_each_folded_part_opens(plain: Callable[..., Page], site: Path) -> None:
    page = plain(LAPTOP)
    tried, closed = 0, []
    for address in addresses(site):
        text = site / address / "index.html" if address.endswith("/") else site / "index.html"
        if not any(mark in text.read_text("utf-8") for mark in ("tabbed-set", "<details")):
            continue
        page.goto(address or "./")
        for what, opened in page.evaluate(OPENED):
            tried += 1
            if not opened:
                closed.append(f"/{address}: {what}")
    assert not closed, "without JavaScript:\n" + "\n".join(closed)
    assert tried, "no page has tabs or details; take this test away"


def test_a_tab_and_a_folded_part_that_do_not_open_are_found(
    plain: Callable[..., Page],
) -> None:
    page = plain(LAPTOP, ".tabbed-block, details > :not(summary) { display: none !important }")
    for address in ("key-value/shelve/", "packaging/upgrade/"):
        page.goto(address)
        opened = page.evaluate(OPENED)
        assert opened and not any(each for _, each in opened), address


def test_the_navigation_leads_to_pages(plain: Callable[..., Page], served: Server) -> None:
    page = plain(LAPTOP)
    page.goto("./")
    page.locator(".md-tabs").get_by_role("link", name="SQLite").click()
    expect(page.locator("article h1")).to_have_text("Save data in SQLite#")
    page.locator(".md-sidebar--primary").get_by_role("link", name="database is locked").click()
    expect(page.locator("article h1")).to_contain_text("database is locked")
    page.locator(".md-footer__link--next").click()
    expect(page.locator("article h1")).to_contain_text("WAL")
    assert urlsplit(page.url).path == "/sqlite/wal/"


def test_the_contents_and_the_drawer_of_a_phone_lead_to_sections_and_pages(
    plain: Callable[..., Page],
) -> None:
    page = plain(PHONE)
    page.goto("sqlite/locked/")
    page.locator(".contents summary").click()
    page.locator(".contents").get_by_role("link", name="Which lock is it?").click()
    assert page.url.endswith("#which-lock-is-it")
    page.goto("sqlite/locked/")
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-sidebar--primary").get_by_role("link", name="How WAL works").click()
    expect(page.locator("article h1")).to_contain_text("WAL")


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("h1 { display: none }", "not one h1"),
        ("article div.language-text pre { display: none }", "hidden"),
        (".md-typeset .tabbed-labels { display: none }", "cannot be chosen"),
        (
            "article div.highlight::after { content: ''; display: block; height: 2rem }",
            "a gap below its text",
        ),
        ("article div.highlight.highlight:not(#a) { border: 0 }", "open at its end"),
        ("article pdp-run:not(#a):not(#b) { display: block }", "dead"),
        ("article pdp-run:not(#a):not(#b) { display: block }", "empty"),
        (".no-js .md-header .md-search { visibility: visible }", "dead"),
        (
            ".no-js .md-search :not(svg) { display: block; visibility: visible; opacity: 1 }",
            "waits for ever",
        ),
        (".no-js .md-header__option { visibility: visible }", "takes the focus for nothing"),
    ],
)
def test_what_is_broken_without_a_script_is_found(
    plain: Callable[..., Page], more: str, fault: str
) -> None:
    page = plain(LAPTOP, more)
    page.goto("sqlite/types/")
    found = page.evaluate(FAULTS)
    assert any(fault in each for each in found), found
