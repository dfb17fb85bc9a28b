"""Search finds what is typed or pasted into it: the page that answers comes first."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ops.tools import browser
from ops.tools.serving import Server
from press.say import search
from press.site import Site
from twicetold.base.project import Project

ROOT = Path(__file__).parents[2]
ASKED = tomllib.loads((ROOT / "guide" / "lists" / "questions.toml").read_text("utf-8"))
META = ".md-search-result__meta"
RESULT = ".md-search-result__item > .md-search-result__link"
TRACEBACK = """Traceback (most recent call last):
  File "/srv/app/store.py", line 42, in <module>
    con.execute("INSERT INTO users VALUES (?, ?)", (name, age))
    ~~~~~~~~~~~^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
{}"""
# The theme unlocks the page 100 ms after search was left, maybe before the next one has come.
UNLOCKS_LATE = """
{
  const repeat = setInterval;
  globalThis.setInterval = (work, delay, ...rest) =>
    repeat(work, delay === 100 ? 2000 : delay, ...rest);
}
"""
# Puts each query into the field as a mouse pastes it; the list is made again for each answer.
ASK = """async queries => {
  const field = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const answered = () => new Promise(resolve => {
    const observer = new MutationObserver(() => {
      if (list.children.length) resolve(observer.disconnect());
    });
    observer.observe(list, { childList: true });
  });
  const found = {};
  for (const query of queries) {
    const wait = answered();
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await wait;
    const links = [...list.firstElementChild.querySelectorAll("a")];
    const score = link => Number(link.firstElementChild.dataset.mdScore);
    const best = links.reduce((one, other) => (score(other) > score(one) ? other : one));
    found[query] = [links[0], best].map(({ href }) => href.replace(/[?][^#]*/, ""));
  }
  return found;
}"""


def as_pasted(message: str) -> list[str]:
    """Return a message as people put it into a search; a field has no lines, and joins them."""
    lines = TRACEBACK.format(message).split("\n")
    bare = re.sub(r"^[\w.]+: ", "", message)
    return [message, bare, f'"{bare}"', " ".join(lines), "".join(lines)]


def queries() -> Iterator[tuple[str, list[str]]]:
    """Yield what is asked, and the addresses of which one must come first."""
    for message, where in ASKED["messages"].items():
        yield from ((query, where) for query in as_pasted(message))
    yield from ASKED["questions"].items()
    yield from ((query, ["errors/"]) for query in ASKED["unanswered"]["words"])
    project = Project(ROOT)
    site = Site(ROOT, project, ROOT)
    for path in sorted(project.docs.rglob("*.md")):
        key = path.relative_to(project.docs).with_suffix("").as_posix()
        address = f"{key.removesuffix('index')}/".replace("//", "/")
        for section, query in search.answers(site.front_matter(key)):
            yield query, [f"{address}#{section}" if section else address]


QUERIES = dict(queries())


def ask(tab: Page, address: str, asked: list[str]) -> dict[str, list[str]]:
    """Return the first page that is found for each query, and the best section of it."""
    tab.goto(f"{address}?q=sqlite")
    expect(tab.locator(RESULT).first).to_be_visible()
    found: dict[str, list[str]] = tab.evaluate(ASK, asked)
    return {
        query: [at.removeprefix(address) for at in places] for query, places in found.items()
    }


@pytest.fixture(scope="module")
def found(chromium: Browser, address: str) -> dict[str, list[str]]:
    """What is found for all queries, asked one after the other on one page."""
    with chromium.new_context() as context:
        return ask(context.new_page(), address, list(QUERIES))


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_that_answers_comes_first(found: dict[str, list[str]], query: str) -> None:
    assert set(found[query]) & set(QUERIES[query]), f"first comes {found[query]}"


def test_an_answer_that_is_not_there_is_missed(tab: Page, address: str) -> None:
    def answer(route: Route) -> None:
        index: dict[str, Any] = route.fetch().json()
        index["docs"] = [
            e for e in index["docs"] if not e["location"].startswith("sqlite/locked")
        ]
        route.fulfill(json=index)

    tab.route("**/search_index.json", answer)
    query = "sqlite3.OperationalError: database is locked"
    assert not set(ask(tab, address, [query])[query]) & set(QUERIES[query])


def test_what_no_page_answers_is_said_with_the_nearest_and_the_way_to_ask(
    tab: Page, address: str
) -> None:
    tab.goto(f"{address}?q=mongodb sqlite")
    shown = tab.locator(RESULT)
    expect(shown.nth(4)).to_be_visible()  # three pages between the first and the last
    expect(shown.first).to_contain_text("No page explains this yet")
    page = re.compile(rf"^{re.escape(address)}(?!errors/)[a-z]")
    expect(shown.nth(1)).to_have_attribute("href", page)
    issue = re.compile(r"^https://.+/issues/new\?title=mongodb%20sqlite|title=mongodb\+sqlite")
    expect(shown.last).to_have_attribute("href", issue)
    shown.first.click()
    expect(tab).to_have_url(re.compile(r"/errors/"))


def test_a_mouse_paste_is_searched_for_and_enter_opens_the_section(
    tab: Page, address: str
) -> None:
    tab.goto(address)
    field = tab.get_by_role("textbox", name="Search")
    field.click()
    expect(tab.locator(META)).to_contain_text("Type to start searching")
    tab.keyboard.insert_text(
        "too many SQL variables"
    )  # as a paste does: no key goes down or up
    expect(tab.locator(RESULT).first).to_be_visible()
    expect(tab.locator(".md-search-result .md-tags")).to_have_count(0)
    padding = field.evaluate("field => parseFloat(getComputedStyle(field).paddingRight)")
    box, buttons = field.bounding_box(), tab.locator(".md-search__options").bounding_box()
    assert box and buttons and box["x"] + box["width"] - padding <= buttons["x"]
    field.press("Enter")
    expect(tab).to_have_url(re.compile(r"sqlite/where-in/#too-many-sql-variables"))
    expect(tab.locator("#too-many-sql-variables")).to_be_in_viewport()
    expect(tab.get_by_role("button", name="Run", exact=True).first).to_be_visible()


def test_a_section_that_is_headed_by_the_message_comes_before_its_page(
    tab: Page, address: str
) -> None:
    tab.goto(address)
    tab.locator(".ask").focus()
    tab.keyboard.type("dbm.error: db type is dbm.gnu, but the module is not available")
    field = tab.get_by_role("textbox", name="Search")
    expect(field).to_have_value(re.compile("^dbm.error: .*available$"))
    # At "av", the page itself is the best answer: from "ava" on, it is the section.
    last = tab.locator(RESULT).nth(1).locator("mark", has_text="available")
    expect(last.first).to_be_visible()
    field.press("Enter")
    expect(tab).to_have_url(re.compile("#db-type-is-dbmgnu-but-the-module-is-not-available"))


def test_on_a_phone_a_result_opens_at_its_section(chromium: Browser, served: Server) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
    with browser.watched(chromium, base_url=served.address, **phone) as tab:
        tab.add_init_script(UNLOCKS_LATE)
        tab.goto("")
        tab.locator(".ask").tap()
        tab.get_by_role("textbox", name="Search").fill("too many SQL variables")
        expect(tab.locator("body")).to_have_attribute("data-md-scrolllock", "")
        tab.locator(f"{RESULT} h2").first.tap()
        expect(tab.locator("#too-many-sql-variables")).to_be_in_viewport()
        expect(tab.get_by_role("button", name="Run", exact=True).first).to_be_visible()


def test_the_list_of_messages_is_narrowed_by_typing(tab: Page, address: str) -> None:
    tab.goto(f"{address}errors/")
    shown = tab.locator("article tbody tr").filter(visible=True)
    rows = shown.count()
    tab.get_by_role("textbox", name="Filter the list").fill("_thread.lock")
    expect(shown).to_have_count(1)
    expect(tab.locator("article h2").filter(visible=True)).to_have_text(
        ["pickle#", "See also#"]
    )
    expect(tab.locator(".filter output")).to_have_text(f"1 of {rows}")
