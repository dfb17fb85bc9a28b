"""What a run costs, prints and leaves is in sight where the reader pressed, in its card."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ops.tools import browser
from ops.tools.serving import Server
from tests.support.bars import (
    PAGE,
    bar,
    covered,
    output,
    page_bar,
    page_said,
    press,
    run,
    said,
    write,
)
from tests.support.panel import drop

SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
BELOW = "() => document.querySelector('h2[id$=fixed]').getBoundingClientRect().top + scrollY"


@pytest.mark.parametrize("size", SIZES)
def test_a_run_is_in_sight_from_its_cost_to_what_it_lost(
    chromium: Browser, served: Server, size: str
) -> None:
    width, height = SIZES[size]
    options = {"viewport": {"width": width, "height": height}, "has_touch": size == "phone"}
    with browser.watched(chromium, base_url=served.address, **options) as tab:
        tab.goto("tutorial/lost/")
        card = bar(tab, "copied.py")
        button = card.get_by_role("button", name="Run", exact=True)
        expect(card).to_contain_text(re.compile(r"loads Python, \d+\.\d MB, once"))
        expect(button).to_have_accessible_description(re.compile("loads Python"))
        box = button.bounding_box()
        assert box and (box["height"] >= 40 or size == "desktop")
        published = tab.locator("article div.language-text").first
        before = tab.evaluate(BELOW)
        press(tab, "copied.py")
        expect(card).to_have_attribute("data-verdict", "same")
        shown = output(tab, "copied.py")
        assert not covered(shown)
        expect(published).to_be_hidden()
        expect(tab.get_by_text("loads Python")).to_have_count(0)
        assert tab.evaluate(BELOW) >= before
        left = tab.get_by_role("region", name="In the folder after copied.py")
        expect(left).to_contain_text("data.db new 8 KB")
        expect(left).to_contain_text("users: 0 rows in the file")
        expect(left.locator(".folder__lost")).to_contain_text("not committed")
        expect(left.locator(".folder__lost code")).to_contain_text("INSERT INTO users")
        choice = card.get_by_role("group", name="Which output of copied.py")
        choice.get_by_role("button", name="Published").click()
        expect(published).to_be_visible()
        expect(shown).to_have_count(0)
        choice.get_by_role("button", name="Yours").click()
        expect(published).to_be_hidden()
        assert not covered(page_bar(tab))
        tab.evaluate("() => scrollTo(0, 0)")
        assert covered(shown)  # from there it is not to be seen, and that is found
        expect(page_bar(tab)).to_contain_text("data.db 8 KB, new")
        page_bar(tab).get_by_role("button", name="Next: count.py").click()
        expect(said(tab, "count.py")).to_contain_text("same as published")
        assert not covered(output(tab, "count.py"))
        run(tab, "fixed.py")
        left = tab.get_by_role("region", name="In the folder after fixed.py")
        expect(left).to_contain_text("users: 1 row in the file, 0 before")
        expect(left.locator("tr[data-mark=made]")).to_contain_text("new1Alice30")
        run(tab, "aside.py")
        left = tab.get_by_role("region", name="In the folder after aside.py")
        expect(left).to_contain_text("data.db gone")


WIDE = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("pdp-page > .run__button { min-inline-size: 40% !important }");
  document.adoptedStyleSheets.push(sheet);
}
"""


def test_the_bar_of_the_page_takes_one_row_of_a_phone(
    chromium: Browser, served: Server
) -> None:
    def rows() -> int:
        tops = "each => each.map(one => one.offsetTop + one.offsetHeight)"
        return len(set(page_bar(tab).locator(":scope > :visible").evaluate_all(tops)))

    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
    with browser.watched(chromium, base_url=served.address, **options) as tab:
        tab.goto("tutorial/lost/")
        run(tab, "copied.py")
        page_bar(tab).get_by_role("button", name="Next: count.py").wait_for()
        assert rows() == 1
        tab.evaluate(WIDE)
        assert rows() == 2
        tab.goto("sqlite/transactions/")
        page_bar(tab).get_by_role("button", name="Run all").click()
        expect(page_said(tab)).to_have_text(re.compile(r"^(\d+) of \1 programs"))
        assert rows() == 2


def test_a_program_that_misses_those_above_it_offers_to_run_them(page: Page) -> None:
    run(page, "read.py")
    expect(output(page, "read.py")).to_contain_text("no such table: users")
    expect(page.get_by_text("none of them has run in this folder")).to_be_visible()
    press(page, "read.py", "Run the programs above first")
    expect(said(page, "read.py")).to_contain_text("same as published")
    expect(page_said(page)).to_have_text("2 of 2 programs printed what is published.")
    expect(page.get_by_text("none of them has run in this folder")).to_have_count(0)
    write(page, "read.py", "print('other')\n")
    run(page, "read.py")
    expect(said(page, "read.py")).to_contain_text("edited; not as published")
    expect(page.get_by_role("button", name="Run the programs above")).to_have_count(0)


def test_the_whole_page_begins_as_published_but_keeps_a_file_of_the_readers(
    opened: Page,
) -> None:
    steps = page_bar(opened).locator(".run__steps button")
    whole = page_bar(opened).get_by_role("button", name="Run all")
    write(opened, "save.py", "open('left.txt', 'w').close()\n")
    run(opened, "save.py")
    press(opened, "save.py", "Reset")
    whole.click()
    expect(page_said(opened)).to_have_text(re.compile(r"^(\d+) of \1 programs"))
    expect(steps.first).to_have_accessible_name("save.py: as published")
    page_bar(opened).get_by_role("button", name="Folder", exact=True).click()
    panel = opened.locator("pdp-folder")
    expect(panel.get_by_role("button", name="data.db", exact=True)).to_be_visible()
    expect(panel.get_by_text("left.txt")).to_have_count(0)
    drop(opened, "mine.txt", b"mine")
    opened.evaluate("() => document.querySelector('pdp-page').runAll()")
    expect(panel.get_by_role("button", name="mine.txt", exact=True)).to_be_visible()


def test_an_edit_voids_what_was_said_of_the_run_before_it(page: Page) -> None:
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")
    write(page, "save.py", "print('other')\n")
    expect(said(page, "save.py")).to_have_text("Edited after this run.")
    expect(bar(page, "save.py")).not_to_have_attribute("data-verdict", "same")


def test_a_module_says_so_and_can_be_copied_and_not_run(tab: Page) -> None:
    tab.goto("sqlite/open/")
    card = tab.locator("div.highlight", has=tab.locator(".filename", has_text="database.py"))
    expect(card.first.locator("pdp-run")).to_have_text(re.compile("^Module: "))
    expect(card.first.locator("pdp-run button")).to_have_count(0)
    expect(card.first.locator("[data-md-type=copy]")).to_be_visible()


def test_a_button_of_the_page_runs_all_its_programs(tab: Page) -> None:
    def answer(route: Route) -> None:
        response = route.fetch()
        button = "<button data-run-all hidden>Run both</button></article>"
        route.fulfill(response=response, body=response.text().replace("</article>", button))

    tab.context.route(f"**/{PAGE}", answer)
    tab.goto(PAGE)
    tab.get_by_role("button", name="Run both").click()
    expect(page_said(tab)).to_have_text(re.compile(r"^(\d+) of \1 programs"))


def test_a_browser_that_saves_data_is_asked_before_python_is_loaded(tab: Page) -> None:
    tab.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("Press Run again to load it.")
    assert not [url for url in asked if url.endswith(".wasm")]
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("same as published")


def test_what_python_costs_is_what_its_files_weigh_as_they_are_sent(site: Path) -> None:
    sent = sum(file.stat().st_size for file in (site / "assets/run").glob("python-*/*.br"))
    text = (site / "sqlite" / "index.html").read_text("utf-8")
    assert f'<pdp-page class="run run--page" data-cost="{sent}">' in text
