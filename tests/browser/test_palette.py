"""The palette: the system's until the reader chooses, and then what was chosen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.tools import browser


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    with browser.watched(chromium, color_scheme="dark", service_workers="block") as page:
        yield page


def scheme(tab: Page) -> str | None:
    return tab.locator("body").get_attribute("data-md-color-scheme")


def test_follows_the_system_before_anything_else_is_loaded(tab: Page, address: str) -> None:
    tab.route("**/*.js", lambda route: route.fulfill(content_type="text/javascript"))
    tab.goto(address)
    assert scheme(tab) == "slate"
    root = "() => getComputedStyle(document.documentElement).colorScheme"
    assert tab.evaluate(root) == "dark"
    link = "() => getComputedStyle(document.querySelector('article h2 a')).color"
    assert tab.evaluate(link) == "rgb(127, 202, 219)"  # site.css, and not the theme's indigo
    tab.emulate_media(color_scheme="light")
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_a_choice_outlives_the_page_and_the_systems_change(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.get_by_title("Switch to light mode").click()
    assert scheme(tab) == "default"
    tab.goto(f"{address}sqlite/")
    assert scheme(tab) == "default"
    tab.emulate_media(color_scheme="light")
    tab.get_by_title("Switch to dark mode").click()
    tab.reload()
    assert scheme(tab) == "slate"
    tab.get_by_title("Follow the system").click()
    assert scheme(tab) == "default"


def test_the_keyboard_goes_round(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.get_by_role("radio", name="Switch to light mode").focus()
    for expected in ("default", "slate", "slate"):
        tab.keyboard.press("Enter")
        assert scheme(tab) == expected


def test_a_browser_that_keeps_nothing_still_switches(chromium: Browser, address: str) -> None:
    tab = chromium.new_page(color_scheme="dark")  # not watched: the theme's bundle complains
    off = "Object.defineProperty(self, 'localStorage', {get() { throw Error('off'); }})"
    tab.add_init_script(off)
    tab.goto(address)
    tab.get_by_title("Switch to light mode").click()
    assert scheme(tab) == "default"
    tab.context.close()
