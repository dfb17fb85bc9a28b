"""The mark of a program opens a sheet that says where the text on display passed."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from ops.tools.serving import Server, serve
from tests.support import with_receipts
from tests.support.with_receipts import passed_everywhere, put
from twicetold.base.project import Project
from twicetold.receipts import gather, hold

PAGE = "sqlite/"
UNPROVEN = "not tested"
PROVEN = "tested"


@pytest.fixture
def copy(project: Project, site: Path, tmp_path: Path) -> Path:
    """A copy of the built site, with receipts that tell of every program."""
    folder = tmp_path / "site"
    with_receipts.copy(project, site, folder)
    return folder


@pytest.fixture
def server(copy: Path) -> Iterator[Server]:
    with serve(copy, "/guide/") as started:
        yield started


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    yield context.new_page()
    context.close()


def marks(tab: Page, address: str) -> list[str]:
    """Open a page and return its marks when they are there."""
    tab.goto(address)
    expect(tab.locator("proven-mark:empty")).to_have_count(0)
    expect(tab.locator("proven-mark").first).not_to_be_empty()
    return [text.strip() for text in tab.locator("proven-mark").all_text_contents()]


def sheet(tab: Page, number: int) -> Locator:
    """Open the sheet of a program of the page and return it."""
    tab.locator("proven-mark button").nth(number).click()
    return tab.get_by_role("dialog", name=re.compile("Proof of"))


def test_each_program_and_each_part_of_one_says_where_it_passed(
    tab: Page, server: Server
) -> None:
    said = marks(tab, server.address + PAGE)
    assert said[:3] == [PROVEN] * 3
    assert len(said) == tab.locator("div:is(.language-python, .language-sh)").count()
    opened = sheet(tab, 0)
    first, *_, last = opened.locator("tbody tr").all_inner_texts()
    assert first.split("\t")[:2] == ["3.12", "3.40.1"]
    assert first.split("\t")[2:4] == ["passed twice", "20 Nov 2026"]
    assert last.startswith("3.12 in the browser")
    shown = tab.evaluate("() => document.querySelector('[data-digest]').dataset.digest")
    expect(opened).to_contain_text(f"SHA-256 {shown}")
    expect(opened).not_to_contain_text("Part of")
    tab.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(tab.locator("proven-mark button").first).to_be_focused()
    assert marks(tab, f"{server.address}tutorial/lost/")[0] == PROVEN
    expect(sheet(tab, 0)).to_contain_text("Part of fixed.py")


def test_no_mark_of_success_is_on_a_card_that_shows_an_error(tab: Page, server: Server) -> None:
    marks(tab, server.address + PAGE)
    said = "row => getComputedStyle(row, '::after').content"
    rows = tab.locator(".language-pytb > .filename")
    assert rows.count() > 0
    for row in rows.all():
        assert row.evaluate(said) == '"ends with an error, as it should"'
    assert "✓" not in tab.locator("article").inner_text()


@pytest.mark.parametrize("page", ["key-value/shelve/", "packaging/ship-data/", "pickle/"])
def test_programs_in_tabs_and_beside_other_blocks_have_their_marks(
    tab: Page, server: Server, page: str
) -> None:
    assert UNPROVEN not in marks(tab, server.address + page)


@pytest.mark.parametrize(
    "before, after, which",
    [('"saved"', '"sawed"', 0), ("1 Alice 30", "1 Alice 31", 1)],
    ids=["program", "output"],
)
def test_one_altered_character_takes_the_versions_away(
    tab: Page, server: Server, copy: Path, before: str, after: str, which: int
) -> None:
    path = copy / PAGE / "index.html"
    html = path.read_text("utf-8")
    assert html.count(before) == 1
    put(path, html.replace(before, after))
    said = marks(tab, server.address + PAGE)
    assert [place for place, text in enumerate(said) if text == UNPROVEN] == [which]


@pytest.mark.parametrize(
    ("written", "said"), [("", PROVEN), (f' data-digest="{"0" * 64}"', UNPROVEN)]
)
def test_a_card_is_known_without_its_digest_and_not_believed_by_it(
    tab: Page, server: Server, copy: Path, written: str, said: str
) -> None:
    path = copy / PAGE / "index.html"
    html = re.sub(r' data-digest="?\w+"?', written, path.read_text("utf-8"), count=1)
    put(path, html)
    assert marks(tab, server.address + PAGE)[0] == said


def test_the_whole_site_is_held_to_the_receipts(project: Project, copy: Path) -> None:
    gathered = gather.keep(project, passed_everywhere(project))
    assert hold.unproven(project, gathered, copy, complete=True) == []
    path = copy / PAGE / "index.html"
    put(path, path.read_text("utf-8").replace('"saved"', '"sawed"'))
    (fault,) = hold.unproven(project, gathered, copy, complete=True)
    assert fault.path == "site/sqlite/index.html"
    assert fault.message.startswith("save.py is not the text that was proven")


def test_a_falsified_receipt_proves_nothing(tab: Page, server: Server, copy: Path) -> None:
    path = copy / "assets" / "proven" / "receipts.json"
    known = json.loads(path.read_text("utf-8"))
    known["pages"]["sqlite/index"][0]["digest"] = "0" * 32
    put(path, json.dumps(known))
    said = marks(tab, server.address + PAGE)
    assert (said[0], said[1]) == (UNPROVEN, PROVEN)


def test_a_failure_is_said_and_takes_the_versions_away(
    tab: Page, server: Server, copy: Path
) -> None:
    path = copy / "assets" / "proven" / "receipts.json"
    known = json.loads(path.read_text("utf-8"))
    known["pages"]["sqlite/index"][0]["verdicts"][1][1] = "failed"
    put(path, json.dumps(known))
    assert marks(tab, server.address + PAGE)[0] == "failed"
    rows = sheet(tab, 0).locator("tbody tr").all_inner_texts()
    assert sum("failed" in row for row in rows) == 1


@pytest.mark.parametrize("there", ["missing", "empty"])
def test_without_receipts_nothing_is_claimed(
    tab: Page, server: Server, copy: Path, there: str
) -> None:
    path = copy / "assets" / "proven" / "receipts.json"
    path.unlink()
    if there == "empty":
        put(path, '{"runs":[],"pages":{}}')
    assert set(marks(tab, server.address + PAGE)) == {UNPROVEN}


def test_a_text_that_changes_on_the_screen_loses_its_proof(tab: Page, server: Server) -> None:
    assert marks(tab, server.address + PAGE)[0] == PROVEN
    code = tab.locator(".language-python code").first
    code.evaluate("code => code.append('#')")
    expect(tab.locator("proven-mark").first).to_have_text(UNPROVEN)
    code.evaluate("code => code.lastChild.remove()")
    expect(tab.locator("proven-mark").first).to_have_text(PROVEN)


def test_where_the_browser_hashes_nothing_no_version_is_named(
    tab: Page, server: Server
) -> None:
    tab.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    assert set(marks(tab, server.address + PAGE)) == {"not checked"}
    expect(sheet(tab, 0)).to_contain_text("receipts can't be checked here")


PLACES = """() => [...document.querySelectorAll("article > *, article .highlight")]
  .map(element => element.getBoundingClientRect().top + scrollY)"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", [PAGE, "packaging/ship-data/"])
def test_nothing_moves_when_the_marks_come(
    tab: Page, server: Server, width: int, page: str
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.route("**/run/main.js", lambda route: route.abort())
    tab.route("**/proven.js", lambda route: route.abort())
    tab.goto(server.address + page)
    before = tab.evaluate(PLACES)
    tab.unroute("**/proven.js")
    marks(tab, server.address + page)
    assert tab.evaluate(PLACES) == before


def test_the_keyboard_leads_from_a_mark_to_the_receipt(tab: Page, server: Server) -> None:
    marks(tab, server.address + PAGE)
    tab.locator("proven-mark button").nth(1).focus()
    tab.keyboard.press("Enter")
    tab.get_by_role("link", name="The receipt of this program").focus()
    tab.keyboard.press("Enter")
    row = tab.locator("tr.proven-here")
    expect(row).to_be_in_viewport()
    assert "/guide/receipts/#sqlite/index/read.py" in tab.url
    assert row.locator("td").all_inner_texts() == [
        "read.py",
        "3.12, 3.14t, 3.12 in the browser",
        "",
    ]


def test_the_marks_come_with_each_page_that_is_loaded_into_this_one(
    tab: Page, project: Project, copy: Path
) -> None:
    home = project.config["site_url"]

    def answer(route: Route) -> None:
        path = copy / urlsplit(route.request.url).path[1:]
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            route.fulfill(path=path)
        else:
            route.fulfill(status=404)

    tab.route(f"{home}**", answer)
    marks(tab, home + PAGE)
    tab.evaluate("() => { globalThis.sameDocument = true; }")
    tab.locator(".md-footer__link--next").click()
    expect(tab.locator("h1")).to_contain_text("Open a SQLite database")
    expect(tab.locator("proven-mark").first).to_have_text(PROVEN)
    assert tab.evaluate("() => globalThis.sameDocument")
