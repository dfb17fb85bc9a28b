"""Search finds what is pasted into it: the page that answers comes first."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

LIST = Path(__file__).parents[2] / "guide" / "lists" / "questions.toml"
QUESTIONS = tomllib.loads(LIST.read_text("utf-8"))["questions"]
META = ".md-search-result__meta"
RESULT = ".md-search-result__item > .md-search-result__link"


@pytest.fixture(scope="module")
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    """One page, into whose search all questions are put: its index is made once."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}?q=sqlite")
        expect(page.locator(META)).to_contain_text("matching document")
        yield page


def ask(tab: Page, query: str) -> None:
    """Put a question into the search, and wait until it has said what it finds."""
    box = tab.get_by_role("textbox", name="Search")
    for text, said in (("xylophone", "No matching documents"), (query, "matching document")):
        box.fill(text)
        box.press("End")  # the search listens for keys, as of a reader who types
        expect(tab.locator(META)).to_contain_text(said)
    expect(tab.locator(META)).not_to_contain_text("No matching documents")


@pytest.mark.parametrize("query", QUESTIONS)
def test_the_page_that_answers_comes_first(tab: Page, address: str, query: str) -> None:
    ask(tab, query)
    found = tab.locator(RESULT)
    expect(found.first, f'nothing is found for "{query}"').to_be_visible()
    links = found.evaluate_all("all => all.slice(0, 3).map(link => link.href.split('?')[0])")
    pages = [link.removeprefix(address) for link in links]
    assert pages[0] in QUESTIONS[query], f"first come {pages}"


def test_a_question_in_an_address_is_asked(chromium: Browser, address: str) -> None:
    query, pages = next(iter(QUESTIONS.items()))
    with chromium.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{address}?q={quote(query)}")
        expect(tab.locator(RESULT).first).to_have_attribute("href", re.compile(pages[0]))


def test_what_is_pasted_by_the_mouse_is_searched_for(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.get_by_role("textbox", name="Search").click()
    expect(tab.locator(".md-search-result__meta")).to_contain_text("Type to start searching")
    tab.keyboard.insert_text("database is locked")  # as a paste does: no key goes down or up
    expect(tab.locator(RESULT).first).to_be_visible()


def test_what_a_page_answers_is_no_label_in_the_results(tab: Page, address: str) -> None:
    tab.goto(f"{address}?q=locked")
    expect(tab.locator(RESULT).first).to_be_visible()
    expect(tab.locator(".md-search-result .md-tags").filter(visible=True)).to_have_count(0)
