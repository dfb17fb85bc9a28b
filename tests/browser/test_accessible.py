"""axe-core finds nothing on a page in use, in either palette, at either width."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import audit, fits
from tests.support.with_receipts import visit


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce", service_workers="block")
    yield context.new_page()
    context.close()


def search(tab: Page) -> None:
    tab.get_by_role("textbox", name="Search").click()
    tab.keyboard.type("locked")
    expect(tab.locator(".md-search-result__item").first).to_be_visible()


def edit(tab: Page) -> None:
    tab.get_by_role("button", name="Edit", exact=True).first.click()
    expect(tab.locator("article textarea").first).to_be_visible()


def run(tab: Page) -> None:
    tab.locator(".run__button--run").first.click()
    verdict = ("data-verdict", "same")
    expect(tab.locator("pdp-run").first).to_have_attribute(*verdict)


def differ(tab: Page) -> None:
    edit(tab)
    tab.locator("article textarea").first.fill("print('x')\n1 / 0\n")
    tab.locator(".run__button--run").first.click()
    verdict = ("data-verdict", "edited")
    expect(tab.locator("pdp-run").first).to_have_attribute(*verdict)


def folder(tab: Page) -> None:
    run(tab)
    tab.get_by_role("button", name="Folder", exact=True).click()
    expect(tab.locator("pdp-folder")).to_be_visible()
    expect(tab.locator("pdp-folder")).to_contain_text(".db")


def drawer(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.get_by_role("button", name="Navigation").click()


def meaning(tab: Page) -> None:
    term = tab.locator("article abbr[title]").first
    term.click()
    expect(tab.get_by_role("tooltip")).to_have_text(term.get_attribute("title") or "none")


@pytest.mark.parametrize("state", [search, edit, run, differ, folder, drawer, meaning])
def test_a_page_in_use_has_no_fault(
    tab: Page, proven_address: str, state: Callable[[Page], None]
) -> None:
    visit(tab, f"{proven_address}sqlite/")
    state(tab)
    assert audit(tab) == []
    fits(tab)


def test_a_fault_is_found(tab: Page, proven_address: str) -> None:
    visit(tab, f"{proven_address}glossary/")
    tab.evaluate("() => document.querySelector('article h1 ~ p').style.color = '#7c7c7c'")
    tab.evaluate("""() => {
      const input = document.querySelector(".md-search__input");
      input.removeAttribute("aria-label");
      input.placeholder = "";
    }""")
    found = "\n".join(audit(tab))
    assert "1280 px, light: color-contrast: " in found
    assert "390 px, dark: color-contrast: " in found
    assert "390 px, light: label: " in found
