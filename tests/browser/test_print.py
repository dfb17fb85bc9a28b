"""On paper is all that a page says, nothing of the screen, and no title alone."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from ops.tools import browser
from tests.support import nightly
from tests.support.with_receipts import visit
from twicetold.books import built

CARDS = ("choose/", "files/json/", "sqlite/locked/", "sqlite/types/")
# With details, with drawings, with terms in headings, with a table that a script makes.
PAGES = (*CARDS, "", "packaging/upgrade/", "sqlite/wal/", "receipts/")
# Letter is shorter and wider; where it breaks differently, the pages with most to break tell.
SHEETS = dict.fromkeys(PAGES, ("A4",)) | dict.fromkeys(
    ("sqlite/types/", "packaging/upgrade/"), ("A4", "Letter")
)
SOME = ("sqlite/types/", "packaging/upgrade/")  # in each run; the others every night
OF_THE_SCREEN = (
    ".md-header, .md-tabs, .md-sidebar, .md-footer, .md-search, .where, .steps, .md-top, "
    ".edit, .contents, .md-code__nav, .headerlink, .take, .tabbed-control, "
    "pdp-run, pdp-page, pdp-output, pdp-folder, proven-mark"
)
OUTPUT = ":is(.language-text, .language-pytb)"
OUTPUTS = f"article :is(.language-python, .language-sh) + {OUTPUT}"
SEEN = f"""
() => [...document.querySelectorAll("{OF_THE_SCREEN}")]
  .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 80))
"""
UNLIKE_PAPER = """
() => {
  const parts = color => color.match(/[\\d.]+/g).map(Number);
  const light = color => parts(color).slice(0, 3).reduce((sum, part) => sum + part, 0) / 765;
  const opaque = color => (parts(color)[3] ?? 1) > 0.5;
  const found = [];
  for (const each of document.querySelectorAll("body, article, article *")) {
    if (!each.checkVisibility()) continue;
    const { backgroundColor: ground, color: ink } = getComputedStyle(each);
    if ((opaque(ground) && light(ground) < 0.85) || light(ink) > 0.6)
      found.push(`${each.outerHTML.slice(0, 60)}: ${ink} on ${ground}`);
  }
  return found;
}
"""


@dataclass(frozen=True)
class Printed:
    """A page on paper.

    Args:
        sheets: the lines of each sheet, from top to bottom.
    """

    sheets: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        return bare("".join("".join(sheet) for sheet in self.sheets))


def bare(text: str) -> str:
    """Return a text without what a line's end changes: white space and ligatures."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def on_paper(page: Page, sheet: str = "A4") -> Printed:
    """Print a page as it is, and read the paper."""
    reader = PdfReader(io.BytesIO(page.pdf(format=sheet, prefer_css_page_size=True)))
    texts = [each.extract_text(extraction_mode="layout") for each in reader.pages]
    return Printed(tuple(tuple(filter(str.strip, text.splitlines())) for text in texts))


def titles(path: Path) -> set[str]:
    """Return what is above the blocks and tabs of a built page."""
    tree = lxml.html.fromstring(path.read_bytes())
    found = tree.xpath("//article//*[@class='filename' or @class='tabbed-labels']")
    texts = {part for each in found for part in each.itertext()}
    return {bare(text) for text in texts} - {""}


def alone(printed: Printed, titled: set[str]) -> list[str]:
    """Return the titles that are the last line of a sheet."""
    return [
        f"sheet {number}: {sheet[-1].strip()}"
        for number, sheet in enumerate(printed.sheets, 1)
        if sheet and bare(sheet[-1]) in titled
    ]


def lost(printed: Printed, path: Path) -> list[str]:
    """Return what a built page shows as code and the paper does not, or not as often."""
    texts = [block.text for block in built.blocks(path)[1]]
    shown = "\n".join(map(bare, texts))
    return [text for text in texts if printed.text.count(bare(text)) < shown.count(bare(text))]


@pytest.fixture(scope="module")
def new_tab(chromium: Browser) -> Iterator[Callable[[], Page]]:
    """A function that opens a tab which shares nothing with another."""
    with ExitStack() as contexts:

        def opened() -> Page:
            context = chromium.new_context(reduced_motion="reduce", service_workers="block")
            return contexts.enter_context(context).new_page()

        yield opened


@pytest.fixture(scope="module")
def plain(new_tab: Callable[[], Page]) -> Page:
    """The tab in which all pages are opened whose style is not altered."""
    return new_tab()


@pytest.fixture
def opened(
    new_tab: Callable[[], Page], plain: Page, proven_address: str, proven_site: Path
) -> Callable[..., tuple[Page, Path]]:
    """A function that opens a page in the dark palette, with all that scripts put there."""

    def go(address: str, more: str = "") -> tuple[Page, Path]:
        """Open a page.

        Args:
            address: below the site's.
            more: what is to be at the end of the style sheet.
        """
        tab = new_tab() if more else plain
        tab.emulate_media(media="null", color_scheme="dark")
        browser.restyle(tab, more)
        visit(tab, proven_address + address)
        return tab, proven_site / address / "index.html"

    return go


@pytest.mark.parametrize("address", nightly.but(PAGES, *SOME))
def test_all_code_is_on_paper_and_no_title_is_alone(
    opened: Callable[..., tuple[Page, Path]], address: str
) -> None:
    tab, path = opened(address)
    for sheet in SHEETS[address]:
        printed = on_paper(tab, sheet)
        assert not (gone := lost(printed, path)), f"{address} on {sheet} loses:\n{gone[0]}"
        found = alone(printed, titles(path))
        assert not found, f"{address} on {sheet}: a title is alone: {found}"
        assert all(printed.sheets), f"{address} on {sheet}: a sheet is empty"


@pytest.mark.parametrize("address", nightly.but(PAGES, *SOME))
def test_only_what_can_be_read_is_on_paper_and_it_is_light(
    opened: Callable[..., tuple[Page, Path]], address: str
) -> None:
    tab, _ = opened(address)
    tab.emulate_media(media="print")
    assert (seen := tab.evaluate(SEEN)) == [], f"docs/assets/content.css, 3: hide {seen}"
    assert (found := tab.evaluate(UNLIKE_PAPER)) == [], f"docs/assets/content.css, 3: {found}"


@pytest.mark.parametrize("address", nightly.but(CARDS, *SOME))
def test_a_link_to_elsewhere_carries_its_address(
    opened: Callable[..., tuple[Page, Path]], address: str
) -> None:
    tab, path = opened(address)
    text = on_paper(tab).text
    tree = lxml.html.fromstring(path.read_bytes())
    links = tree.xpath(
        "//article//a[starts-with(@href, 'http') and contains(@rel, 'external')]"
        "[not(contains(@rel, 'edit'))]"
    )
    assert links, f"{address}: no link to elsewhere; name another page"
    for link in links:
        assert bare(f"{link.text_content()} ({link.get('href')})") in text, link.get("href")


@pytest.mark.parametrize("address", nightly.but(CARDS, *SOME))
def test_a_card_is_whole_and_closed_whatever_the_screen_shows(
    opened: Callable[..., tuple[Page, Path]], address: str
) -> None:
    tab, _ = opened(address)
    tab.eval_on_selector_all(OUTPUTS, "all => all.forEach(each => { each.hidden = true; })")
    tab.emulate_media(media="print")
    expect(tab.locator(OUTPUTS).filter(visible=False)).to_have_count(0)
    borders = tab.eval_on_selector_all(
        f"{OUTPUTS}, article div:is(.language-python, .language-sh):not(:has(+ {OUTPUT}))",
        "cards => cards.map(each => getComputedStyle(each).borderBlockEndStyle)",
    )
    assert borders
    assert set(borders) == {"solid"}


@pytest.mark.parametrize(
    ("address", "more", "found"),
    [
        ("sqlite/types/", "div.language-text pre { display: none }", "loses"),
        (
            "sqlite/types/",
            ".tabbed-block.tabbed-block + .tabbed-block { display: none }",
            "loses",
        ),
        (
            "packaging/upgrade/",
            ".md-typeset details::details-content { display: none }",
            "loses",
        ),
        (
            "sqlite/locked/",
            "@media print { .md-typeset div.highlight:not(#a) { break-inside: auto }"
            " .filename:not(#a):not(#b) { break-after: auto; margin-block-end: 0 }"
            " .md-typeset .filename:not(#a) + pre { break-before: page } }",
            "alone",
        ),
    ],
)
def test_what_is_broken_on_paper_is_found(
    opened: Callable[..., tuple[Page, Path]], address: str, more: str, found: str
) -> None:
    tab, path = opened(address, more)
    printed = on_paper(tab)
    assert (lost(printed, path) if found == "loses" else alone(printed, titles(path))) != []


@pytest.mark.parametrize(
    ("more", "script"),
    [
        ("@media print { .md-header:not(#a) { display: block } }", SEEN),
        ("@media print { .md-typeset pdp-run:not(#a) { display: block } }", SEEN),
        ("@media print { article pre:not(#a):not(#b) { background: #222 } }", UNLIKE_PAPER),
    ],
)
def test_what_is_of_the_screen_is_found_on_paper(
    opened: Callable[..., tuple[Page, Path]], more: str, script: str
) -> None:
    tab, _ = opened("sqlite/locked/", more)
    tab.emulate_media(media="print")
    assert tab.evaluate(script) != []
