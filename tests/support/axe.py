"""Asks axe-core, which knows the rules of WCAG, for the faults of a page as it is now."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "ops" / "audit" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {1280: 900, 390: 844}
# A palette is colours and nothing else: what is right in one is asked again in the other only
# where colours count.
PALETTES: dict[Literal["light", "dark"], dict[str, list[str]]] = {
    "light": {},
    "dark": {"runOnly": ["color-contrast"]},
}
AUDIT = """
async rules => {
  // Once what observes sizes has seen the new one.
  await new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)));
  const options = { resultTypes: ["violations"], preload: false, ...rules };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => {
    const why = [...any, ...all, ...none].map(({ message }) => message);
    return `${id}: ${target.join(" ")}: ${why.join("; ")}`;
  }));
}
"""


Look = tuple[int, Literal["light", "dark"]]
LOOKS: list[Look] = [(width, palette) for width in WIDTHS for palette in PALETTES]


def some(place: int) -> list[Look]:
    """Return some of the ways to look at a page: together, a few pages are seen in each.

    Args:
        place: the page's, among all pages.
    """
    wide, narrow = WIDTHS
    first, second = (wide, narrow) if place % 2 else (narrow, wide)
    looks: list[Look] = [(first, "light"), (second, "dark")]
    return looks if place % 3 == 0 else looks[:1]


def audit(tab: Page, state: str = "", looks: Sequence[Look] = LOOKS) -> list[str]:
    """Return what axe-core finds on a page as it is now.

    Args:
        tab: the page.
        state: what it is in, for the message.
        looks: at which widths, in which palettes.
    """
    if not AXE.exists():
        pytest.fail("no axe-core: type `make ops/audit/installed`", pytrace=False)
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(AXE.read_text("utf-8"))
    found = []
    for width, palette in looks:
        tab.set_viewport_size({"width": width, "height": WIDTHS[width]})
        tab.emulate_media(color_scheme=palette)
        seen = tab.evaluate(AUDIT, PALETTES[palette])
        found += [f"{width} px, {palette}{state}: {each}" for each in seen]
    return found


def fits(tab: Page) -> None:
    """Assert that nothing but code scrolls sideways, with open folds, also at 400 %."""
    tab.evaluate(
        "() => document.querySelectorAll('article details').forEach(e => (e.open = 1))"
    )
    for width, height in ((1280, 844), (320, 256)):
        tab.set_viewport_size({"width": width, "height": height})
        wide = tab.evaluate("() => document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{tab.url} is {wide} px wider than a window of {width} px"
