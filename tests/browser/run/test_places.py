"""Where bars are and programs run, and what a page says where they can't."""

import re
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, Playwright, Route, expect

from ops.tools import browser, serving
from ops.tools.serving import Server
from press.hosts import policy
from press.site import Site
from tests.support.bars import PAGE, bar, output, run, run_text, said
from twicetold.base.project import Project


def test_a_program_that_needs_more_says_why_and_has_no_button(tab: Page) -> None:
    tab.goto("sqlite/concurrency/")
    why = tab.get_by_text("Not in the browser: needs threads.").first
    why.wait_for()
    block = tab.locator("div.highlight", has=tab.locator(".filename", has_text="threads.py"))
    assert block.count() >= 1
    assert bar(tab, "threads.py").count() == 0


def test_a_text_that_was_not_tried_has_no_bar(tab: Page) -> None:
    def answer(route: Route) -> None:
        said = route.fetch()
        route.fulfill(response=said, body=said.text().replace(">saved", ">stored", 1))

    tab.context.route(f"**/{PAGE}", answer)
    tab.goto(PAGE)
    bar(tab, "read.py").wait_for()
    assert bar(tab, "save.py").count() == 0


def test_two_programs_that_are_equal_have_each_their_own_bar(tab: Page) -> None:
    tab.goto("sqlite/transactions/")
    for name in ("after_one_by_one.sh", "after_no_commit.sh"):
        expect(bar(tab, name)).to_have_count(1)


def test_without_javascript_the_page_is_whole(chromium: Browser, served: Server) -> None:
    with browser.watched(chromium, base_url=served.address, java_script_enabled=False) as plain:
        plain.goto(PAGE)
        expect(plain.locator("div.language-python > pre").first).to_be_visible()
        expect(plain.locator("div.language-text > pre").first).to_have_text("saved\n")
        expect(plain.locator("pdp-run").filter(visible=True)).to_have_count(0)


def test_where_the_text_cannot_be_checked_the_page_says_why(tab: Page) -> None:
    tab.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    tab.goto(PAGE)
    tab.get_by_text("Programs run only on a page with a secure address.").wait_for()
    expect(tab.locator("pdp-run")).to_have_count(0)


def test_an_old_browser_is_told_so(tab: Page) -> None:
    tab.add_init_script("delete globalThis.WebAssembly")
    tab.goto(PAGE)
    tab.get_by_text("This browser is too old to run Python.").wait_for()


def test_the_site_works_below_any_path(site: Path, chromium: Browser) -> None:
    with (
        serving.serve(site, "/some/where/") as server,
        browser.watched(chromium, base_url=server.address) as below,
    ):
        below.goto(PAGE)
        run(below, "save.py")
        expect(said(below, "save.py")).to_contain_text("same as published")


def test_it_works_under_the_headers_that_hosts_send(
    site: Path, project: Project, chromium: Browser
) -> None:
    headers = policy.headers(Site(site, project, site))
    with (
        serving.serve(site, headers=headers) as server,
        browser.watched(chromium, base_url=server.address) as strict,
    ):
        strict.goto(PAGE)
        run_text(strict, "save.py", "print('saved')\n")
        expect(output(strict, "save.py")).to_have_text("saved\n")


def test_two_sites_of_one_host_never_share_a_folder(
    site: Path, chromium: Browser, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).symlink_to(site)
    with (
        serving.serve(tmp_path) as server,
        browser.watched(chromium, base_url=server.address) as both,
    ):
        both.goto(f"a/{PAGE}")
        run(both, "save.py")
        both.goto(f"b/{PAGE}")
        run(both, "read.py")
        expect(output(both, "read.py")).to_contain_text("no such table: users")
        both.goto(f"a/{PAGE}")
        run(both, "read.py")
        expect(said(both, "read.py")).to_contain_text("same as published")


def test_the_bar_of_the_page_is_in_sight_wherever_the_last_program_is(site: Path) -> None:
    pages = [each for each in site.rglob("*.html") if "<pdp-page" in each.read_text("utf-8")]
    trees = {each: lxml.html.fromstring(each.read_bytes()) for each in pages}
    hidden = [each for each, tree in trees.items() if not tree.xpath("//article/pdp-page")]
    assert pages and hidden == []


@pytest.mark.parametrize("kept", [True, False], ids=["place kept", "no place kept"])
def test_all_programs_can_be_run_where_the_last_one_is_folded(tab: Page, kept: Page) -> None:
    def answer(route: Route) -> None:
        said = route.fetch()
        route.fulfill(response=said, body=re.sub("<(pdp-\\w+)[^>]*></\\1>", "", said.text()))

    if not kept:
        tab.context.route("**/tutorial/query/", answer)
    tab.goto("tutorial/query/")
    tab.get_by_role("button", name="Run all").click()


@pytest.mark.needs("chromium")
def test_tabs_are_no_wider_than_a_window_with_a_scrollbar(
    playwright: Playwright, served: Server
) -> None:
    chromium = browser.launch(playwright, ignore_default_args=["--hide-scrollbars"])
    tab = chromium.new_page(base_url=served.address, viewport={"width": 390, "height": 844})
    tab.goto("key-value/shelve/")
    width, inside, content = tab.evaluate(
        """() => {
            const { clientWidth, scrollWidth } = document.documentElement;
            return [innerWidth, clientWidth, scrollWidth];
        }"""
    )
    chromium.close()
    assert inside < width, "no scrollbar took room"
    assert content == inside
