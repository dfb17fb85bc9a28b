"""The page that looks into a reader's files: nothing leaves it, and what is whole is saved."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ops.tools.serving import Server
from tests.support import axe, bars, left_behind

ENDLESS = "(() => { for (;;); })()"


@pytest.fixture
def chosen(tmp_path: Path) -> list[Path]:
    """A database with commits in its -wal alone, a JSON text that is cut, and a pickle."""
    folder = tmp_path / "chosen"
    folder.mkdir()
    in_wal = ["INSERT INTO book VALUES ('Emma')"]
    left_behind.with_wal(folder, ["CREATE TABLE book (title)"], in_wal)
    (folder / "cut.json").write_text('[{"title": "Emma"}, {"title": ')
    (folder / "bad.pickle").write_bytes(b"cos\nsystem\n(Vecho\ntR.")
    return sorted(folder.iterdir())


def get_ready(tab: Page) -> Locator:
    """Open the page, have it load Python, and return the field that takes files."""
    tab.emulate_media(reduced_motion="reduce")
    tab.goto("look/")
    begin = tab.get_by_role("button", name="Load Python")
    expect(begin).to_be_visible()
    expect(tab.locator("[data-look]")).to_contain_text(" MB, once.")
    begin.press("Enter")
    field = tab.locator("pdp-inspect input[type=file]")
    expect(field).to_be_focused()
    return field


@pytest.fixture
def asked(tab: Page, served: Server) -> Iterator[list[str]]:
    """What is asked for, by the page and of the server."""
    found: list[str] = []
    tab.on("request", lambda request: found.append(request.url))
    yield found


def test_files_are_shown_and_saved_without_one_request(
    tab: Page, served: Server, chosen: list[Path], asked: list[str]
) -> None:
    field = get_ready(tab)
    asked.clear()
    before = len(served.requested)
    field.set_input_files(chosen)
    expect(tab.locator(".look > .folder__status")).to_contain_text("Shown: a.db, a.db-wal")
    shown = tab.get_by_role("region", name="Content of a.db", exact=True)
    expect(shown).to_contain_text("1 page of it is not yet in the database: copy both files.")
    expect(shown).to_contain_text("integrity_check: ok")
    expect(shown.locator("td")).to_have_text(["Emma"])
    expect(tab.get_by_role("region", name="Content of a.db-wal")).to_contain_text("with a.db")
    expect(tab.get_by_role("region", name="Content of bad.pickle")).to_contain_text(
        "Loading it can run any code. It would fetch os.system"
    )
    link = shown.get_by_role("link", name="The -wal file is part of the database")
    assert str(link.get_attribute("href")).startswith("/sqlite/wal/#")
    for name, content in (("a.book.json", [{"title": "Emma"}]), ("cut.whole.json", None)):
        label = "book as JSON" if name.startswith("a.") else "The whole part, as JSON"
        with tab.expect_download() as download:
            tab.get_by_role("button", name=label).click()
        assert download.value.suggested_filename == name
        made = json.loads(Path(download.value.path()).read_text("utf-8"))
        assert made == (content or [{"title": "Emma"}])
    with tab.expect_download() as download:
        shown.get_by_role("button", name="One file, with its -wal").click()
    with closing(sqlite3.connect(download.value.path())) as connection:
        assert connection.execute("SELECT title FROM book").fetchall() == [("Emma",)]
    assert [url for url in asked if not url.startswith("blob:")] == []
    assert served.requested[before:] == []
    tab.get_by_text("What its header says").click()
    assert axe.audit(tab) == []
    axe.fits(tab)


def test_a_request_after_a_file_was_chosen_would_be_seen(
    tab: Page, chosen: list[Path], asked: list[str]
) -> None:
    def leak(text: str) -> str:
        start = "take(files) {"
        assert start in text
        return text.replace(start, f"{start} fetch('/?' + files[0].name);")

    bars.rewrite(tab, "desk.js", leak)
    field = get_ready(tab)
    asked.clear()
    with tab.expect_request("**/?a.db"):
        field.set_input_files(chosen[:1])
    assert asked


def test_work_is_stopped_and_begun_again(
    chromium: Browser, served: Server, chosen: list[Path]
) -> None:
    with chromium.new_context(base_url=served.address) as context:
        tab = context.new_page()
        work = "inspect: ({ name, options }) =>"
        bars.rewrite(tab, "desk-worker.js", lambda t: t.replace(work, f"{work} {ENDLESS} ||"))
        bars.hold(tab, "**/stdlib.zip")
        tab.goto("look/")
        tab.get_by_role("button", name="Load Python").click()
        tab.get_by_role("button", name="Stop").press("Enter")
        expect(tab.locator(".look > .folder__status")).to_contain_text("Stopped")
        again = tab.get_by_role("button", name="Load Python again")
        expect(again).to_be_focused()
        tab.unroute("**/stdlib.zip")
        again.press("Enter")
        field = tab.locator("pdp-inspect input[type=file]")
        expect(field).to_be_focused()
        field.set_input_files(chosen[:1])
        tab.get_by_role("button", name="Stop").press("Enter")
        expect(tab.locator(".look > .folder__status")).to_contain_text("Stopped")
        expect(tab.get_by_role("button", name="Load Python again")).to_be_focused()


def test_without_script_the_page_says_what_to_do_at_the_desk(
    chromium: Browser, served: Server
) -> None:
    with chromium.new_context(java_script_enabled=False, base_url=served.address) as context:
        tab = context.new_page()
        tab.goto("look/")
        expect(tab.locator("[data-look]")).to_contain_text(
            "run the same program on your computer"
        )
        link = tab.get_by_role("link", name="Download look.pyz")
        answer = context.request.get(f"{served.address}look/{link.get_attribute('href')}")
        assert answer.body().startswith(b"PK")
