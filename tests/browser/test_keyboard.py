"""All that a mouse reaches a keyboard reaches too, in order, in sight, and out again."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.tools import browser
from tests.support import nightly
from tests.support.with_receipts import visit

PAGES = ("", "sqlite/", "sqlite/types/", "blog/", "receipts/")
SIZES = {1280: 900, 390: 844}
# What has the focus: where it is, what it is called, and whether one sees that it has it.
STOP = """
async () => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const visible = { opacityProperty: true, visibilityProperty: true };
  const set = at.closest(".tabbed-set");
  const around = [at, at.nextElementSibling, ...(at.labels ?? []), at.parentElement];
  if (set) around.push(set.querySelector(":scope > .tabbed-labels"));
  const outlined = each => {
    if (!each?.checkVisibility(visible)) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  };
  // The search dialog opens a moment after its field has the focus.
  for (let frame = 0; frame < 60 && !around.some(outlined); frame += 1) {
    await new Promise(requestAnimationFrame);
  }
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const labels = [...(at.labels ?? [])].map(label => label.title || label.textContent.trim());
  const called = [at.ariaLabel, at.textContent.trim(), at.title, ...labels].find(Boolean) ?? "";
  // The theme marks the links of the contents as active or passed while the page scrolls.
  const kind = [...at.classList].filter(each => !/--(active|passed)$/.test(each)).join(" ");
  const before = globalThis.before;
  globalThis.before = at;
  const region = at.closest("header, .md-tabs, .md-sidebar, article, footer");
  return {
    name: `${at.localName}.${kind} ${called.slice(0, 40)}`,
    called: called !== "",
    inside: right > 0 && left < innerWidth && bottom > 0 && top < innerHeight,
    region: region?.localName === "article" ? "article" : region?.className.split(" ")[0] ?? "",
    seen: around.some(outlined),
    follows: !before || Boolean(before.compareDocumentPosition(at) & 4),
  };
}
"""


@dataclass(frozen=True)
class Stop:
    """What the Tab key led to.

    Args:
        name: its element, class and text.
        called: whether it has a name to be read out.
        inside: whether it is within the window.
        region: of the page, by the theme's class.
        seen: whether an outline shows that it has the focus.
        follows: whether it is below the stop before it, in the source of the page.
    """

    name: str
    called: bool
    inside: bool
    region: str
    seen: bool
    follows: bool


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    options = {"reduced_motion": "reduce", "service_workers": "block"}
    with browser.watched(chromium, **options) as page:
        yield page


def walk(tab: Page, key: str = "Tab") -> list[Stop]:
    """Press a key until the focus leaves the page or is at its top; return where it was."""
    tab.evaluate("() => { globalThis.before = null; }")
    stops: list[Stop] = []
    while len(stops) < 400:
        tab.keyboard.press(key)
        said = tab.evaluate(STOP)
        if said is None:
            return stops
        stops.append(Stop(**said))
        if key != "Tab" and "md-skip" in stops[-1].name:
            return stops
    raise AssertionError(f"the focus does not leave the page: {stops[-1].name}")


def faults(stops: list[Stop], back: bool = False) -> list[str]:
    """Return what is wrong with where the focus was, on the way down or back."""
    found = [f"not within the window: {stop.name}" for stop in stops if not stop.inside]
    found += [f"no outline: {stop.name}" for stop in stops if not stop.seen]
    found += [f"no name: {stop.name}" for stop in stops if not stop.called]
    found += [f"out of order: {stop.name}" for stop in stops[1:] if stop.follows == back]
    return found


@pytest.mark.parametrize("width", nightly.but(SIZES, 390))
@pytest.mark.parametrize("page", nightly.but(PAGES, "sqlite/"))
def test_tab_leads_through_the_page_in_order_and_in_sight(
    tab: Page, proven_address: str, page: str, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": SIZES[width]})
    visit(tab, proven_address + page)
    stops = walk(tab)
    assert faults(stops) == []
    assert "md-skip" in stops[0].name
    regions = [name for name, _ in itertools.groupby(stop.region for stop in stops)]
    assert regions[1] == "md-header"
    assert regions[-1] == "md-footer"
    assert "article" in regions
    tab.locator("footer a").last.focus()
    back = walk(tab, "Shift+Tab")
    assert faults(back, back=True) == []
    assert {stop.name for stop in stops[:-1]} <= {stop.name for stop in back}


def test_a_focus_that_is_not_to_be_seen_is_found(tab: Page, proven_address: str) -> None:
    visit(tab, f"{proven_address}glossary/")
    tab.evaluate("""() => {
      document.querySelector("article .headerlink").style.outline = "none";
      document.querySelector(".md-footer a").tabIndex = 1;
    }""")
    found = "\n".join(faults(walk(tab)))
    assert "no outline: a" in found
    assert "out of order: a" in found


def test_the_first_stop_leads_past_the_navigation(tab: Page, proven_address: str) -> None:
    visit(tab, f"{proven_address}sqlite/")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_function("() => document.activeElement === document.body")
    tab.keyboard.press("Tab")
    assert tab.evaluate("() => Boolean(document.activeElement.closest('article'))")


def test_search_is_opened_walked_and_left_by_keys(tab: Page, proven_address: str) -> None:
    visit(tab, f"{proven_address}sqlite/")
    field = tab.get_by_role("textbox", name="Search")
    field.focus()
    field.fill("database is locke")
    tab.keyboard.type("d")
    expect(tab.locator(".md-search-result__item").first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".md-search-result__link").first).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator(".md-search__output")).to_be_hidden()
    # The theme hears 1 ms later that the focus left; before that, its return changes nothing.
    tab.evaluate("() => new Promise(heard => setTimeout(heard, 10))")
    field.focus()
    expect(tab.locator(".md-search-result__item").first).to_be_visible()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(r"/sqlite/locked/(#|$)"))


def test_arrows_change_between_tabs_of_a_page(tab: Page, proven_address: str) -> None:
    visit(tab, f"{proven_address}sqlite/types/")
    first = tab.locator(".tabbed-set > input").first
    first.focus()
    tab.keyboard.press("ArrowRight")
    expect(first).not_to_be_checked()
    shown = tab.locator(".tabbed-set .tabbed-block:visible").first
    expect(shown).to_be_visible()


def test_the_drawer_of_a_phone_is_opened_walked_and_closed_by_keys(
    tab: Page, proven_address: str
) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    visit(tab, f"{proven_address}sqlite/locked/")
    button = tab.get_by_role("button", name="Navigation")
    button.focus()
    tab.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    inside = tab.locator(".md-sidebar--primary")
    expect(inside.get_by_role("link", name="Transactions")).to_be_in_viewport()
    inside.get_by_text("Reference").focus()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    first = inside.get_by_role("link", name="What survives each format")
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(inside).to_be_hidden()


def test_a_program_is_run_and_edited_by_keys(tab: Page, proven_address: str) -> None:
    visit(tab, f"{proven_address}sqlite/")
    bar = tab.locator("pdp-run").first
    bar.get_by_role("button", name="Run").focus()
    tab.keyboard.press("Enter")
    expect(bar).to_have_attribute("data-verdict", "same")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    area = tab.locator("article textarea").first
    expect(area).to_be_focused()
    tab.keyboard.press("Tab")
    expect(area).to_be_focused()
    tab.keyboard.press("Escape")
    tab.keyboard.press("Tab")
    expect(area).not_to_be_focused()


def test_nothing_moves_of_itself_where_motion_is_not_wanted(
    tab: Page, proven_address: str
) -> None:
    visit(tab, f"{proven_address}sqlite/types/")
    tab.locator(".tabbed-set > input").first.focus()
    tab.keyboard.press("ArrowRight")
    tab.get_by_role("textbox", name="Search").click()
    assert tab.evaluate("() => document.getAnimations().length") == 0
