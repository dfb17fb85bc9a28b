"""axe-core finds nothing on any page, in either palette, at either width, in any state."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from furnished import moved, visit
from playwright.sync_api import Browser, Page, expect

from proof.project import Project

ROOT = Path(__file__).parent.parent
AXE = ROOT / "audit" / "node_modules" / "axe-core" / "axe.min.js"
PROJECT = Project(ROOT)
WIDTHS = {1280: 900, 390: 844}
PALETTES = ("light", "dark")
ADDRESSES = sorted(
    f"{PROJECT.key(path)}/".removesuffix("index/")
    for path in PROJECT.pages()
    if "blog/posts/" not in path.as_posix()
)
AUDIT = """
async () => {
  // Once what observes sizes has seen the new one.
  await new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)));
  const options = { resultTypes: ["violations"], preload: false };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) => {
    const why = [...any, ...all, ...none].map(({ message }) => message);
    return `${id}: ${target.join(" ")}: ${why.join("; ")}`;
  }));
}
"""


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce", service_workers="block")
    yield context.new_page()
    context.close()


def audit(tab: Page, state: str = "") -> list[str]:
    """Return what axe-core finds on a page as it stands, at both widths in both palettes."""
    if not AXE.exists():
        pytest.fail("no axe-core: type `make audit/installed`", pytrace=False)
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(AXE.read_text("utf-8"))
    found = []
    for width, height in WIDTHS.items():
        tab.set_viewport_size({"width": width, "height": height})
        for palette in PALETTES:
            tab.emulate_media(color_scheme=palette)
            found += [f"{width} px, {palette}{state}: {each}" for each in tab.evaluate(AUDIT)]
    return found


def posts(site: Path) -> list[str]:
    folders = (path.parent for path in site.glob("blog/2*/**/index.html"))
    return sorted(f"{folder.relative_to(site).as_posix()}/" for folder in folders)


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_keeps_still_has_no_fault_and_fits_400_percent(
    tab: Page, furnished_address: str, page: str
) -> None:
    visit(tab, furnished_address + page)
    if page != "receipts/":  # its first table is as long as the receipts are many
        assert moved(tab) == []
    assert audit(tab) == []
    fits(tab)


def test_nor_has_a_post_or_what_is_not_found(
    tab: Page, furnished_address: str, site: Path
) -> None:
    for page in [*posts(site), "404.html"]:
        visit(tab, furnished_address + page)
        assert audit(tab) == [], page
        fits(tab)


def fits(tab: Page) -> None:
    """Assert that at 320 px, which is 1280 at 400 %, nothing but code scrolls sideways."""
    tab.set_viewport_size({"width": 320, "height": 256})
    wide = tab.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{tab.url} is {wide} px wider than a window of 320 px"


def search(tab: Page) -> None:
    tab.get_by_role("textbox", name="Search").click()
    tab.keyboard.type("locked")
    expect(tab.locator(".md-search-result__item").first).to_be_visible(timeout=20_000)


def edit(tab: Page) -> None:
    tab.get_by_role("button", name="Edit", exact=True).first.click()
    expect(tab.locator("article textarea").first).to_be_visible()


def run(tab: Page) -> None:
    tab.locator(".run__button--run").first.click()
    verdict = ("data-verdict", "same")
    expect(tab.locator("pdp-run").first).to_have_attribute(*verdict, timeout=60_000)


def differ(tab: Page) -> None:
    edit(tab)
    tab.locator("article textarea").first.fill("print('x')\n1 / 0\n")
    tab.locator(".run__button--run").first.click()
    verdict = ("data-verdict", "differs")
    expect(tab.locator("pdp-run").first).to_have_attribute(*verdict, timeout=60_000)


def folder(tab: Page) -> None:
    run(tab)
    tab.get_by_role("button", name="Show the folder").click()
    expect(tab.locator("pdp-folder")).to_be_visible()
    expect(tab.locator("pdp-folder")).to_contain_text(".db")


def drawer(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.get_by_role("button", name="Navigation").click()


def meaning(tab: Page) -> None:
    term = tab.locator("article abbr[title]").first
    term.click()
    expect(tab.get_by_role("tooltip")).to_have_text(term.get_attribute("title"))


@pytest.mark.parametrize("state", [search, edit, run, differ, folder, drawer, meaning])
def test_nor_has_a_page_in_use(
    tab: Page, furnished_address: str, state: Callable[[Page], None]
) -> None:
    visit(tab, f"{furnished_address}sqlite/")
    state(tab)
    assert audit(tab) == []
    fits(tab)


def test_a_fault_is_found(tab: Page, furnished_address: str) -> None:
    visit(tab, f"{furnished_address}glossary/")
    tab.evaluate("() => document.querySelector('article p').style.color = '#888'")
    tab.evaluate("""() => {
      const input = document.querySelector(".md-search__input");
      input.removeAttribute("aria-label");
      input.placeholder = "";
    }""")
    found = "\n".join(audit(tab))
    assert "1280 px, light: color-contrast: " in found
    assert "390 px, dark: label: " in found
