"""What cannot be fetched, or comes slowly, is told in a sentence; nothing is left empty."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.tools import browser
from ops.tools.serving import Server
from tests.support.bars import PAGE, bar, hold, page_said, press, run, said

# Python comes in pieces, each when the test says so.
DRIPPING = """
const { fetch } = globalThis;
globalThis.taps = new Set();
globalThis.drip = () => taps.forEach(tap => tap.enqueue(new Uint8Array(500_000)));
globalThis.fetch = (url, options) => /\\.(wasm|zip)$/.test(url)
    ? Promise.resolve(new Response(new ReadableStream({ start: tap => taps.add(tap) })))
    : fetch(url, options);
"""
NO_BARS = "The part that runs these programs could not be loaded."
NO_PYTHON = (
    "Python could not be loaded. The page is complete without it. Press Run to try again."
)


@pytest.fixture
def offline(chromium: Browser, served: Server) -> Iterator[Page]:
    """A tab in which fetching may fail; an error that no code heeds is a failure."""
    with chromium.new_context(base_url=served.address) as context:
        context.set_default_timeout(browser.SECONDS * 1000)
        tab = context.new_page()
        errors: list[str] = []
        tab.on("pageerror", lambda error: errors.append(str(error)))
        yield tab
        assert errors == []


def fail(tab: Page, name: str) -> str:
    """Let a file of the run bar be out of reach; return the pattern to undo it."""
    pattern = f"**/assets/run/{name}"
    tab.context.route(pattern, lambda route: route.abort())
    return pattern


@pytest.mark.parametrize("name", ["pages/sqlite/index.json", "main.js"])
def test_bars_that_cannot_come_leave_a_sentence_and_no_empty_place(
    offline: Page, name: str
) -> None:
    fail(offline, name)
    offline.goto(PAGE)
    expect(offline.get_by_text(NO_BARS)).to_be_visible()
    expect(offline.locator("pdp-run, pdp-page")).to_have_count(0)
    offline.get_by_role("link", name="Open a SQLite database the right way").first.click()
    offline.wait_for_url("**/sqlite/open/")
    if name == "main.js":
        expect(offline.get_by_text(NO_BARS)).to_be_visible()
        expect(offline.locator("pdp-run, pdp-page")).to_have_count(0)
    else:
        expect(bar(offline, "create.py")).to_be_visible()


@pytest.mark.parametrize(
    "name",
    [
        "client.js",
        "pages/sqlite/index.files.json",
        "*/stdlib.zip",
        "*/pyodide.mjs",
        "runner.py",
        "rows.py",
    ],
)
def test_a_part_that_does_not_come_is_told_and_fetched_again(offline: Page, name: str) -> None:
    pattern = fail(offline, name)
    offline.goto(PAGE)
    press(offline, "save.py")
    expect(said(offline, "save.py")).to_have_text(NO_PYTHON)
    offline.context.unroute(pattern)
    run(offline, "save.py")
    expect(said(offline, "save.py")).to_contain_text("same as published")


def test_a_download_that_stood_still_is_begun_again(tab: Page) -> None:
    tab.clock.install()
    held = hold(tab.context, re.compile(r"\.(wasm|zip)$"))
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_have_text("Loading Python …")
    tab.clock.fast_forward(61_000)
    expect(said(tab, "save.py")).to_contain_text("nothing arrived for 60 s")
    assert len(held) == 2
    tab.context.unroute(re.compile(r"\.(wasm|zip)$"))
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("same as published")


def test_a_slow_download_is_heard_by_whoever_waits_for_it(tab: Page) -> None:
    tab.add_init_script(DRIPPING)
    tab.clock.install()
    tab.goto(PAGE)
    press(tab, "save.py")
    tab.wait_for_function("() => taps.size === 2")
    press(tab, "save.py", "Stop")
    expect(said(tab, "save.py")).to_contain_text("Stopped.")
    press(tab, "save.py")
    for _ in range(3):
        expect(said(tab, "save.py")).to_have_text("Loading Python …")
        before = bar(tab, "save.py").locator(".run__loaded").text_content() or ""
        tab.evaluate("drip()")
        expect(bar(tab, "save.py").locator(".run__loaded")).not_to_have_text(before)
        tab.clock.fast_forward(50_000)
    expect(said(tab, "save.py")).to_have_text("Loading Python …")


def test_a_press_while_python_is_already_loading_says_so(tab: Page) -> None:
    tab.add_init_script(DRIPPING)
    tab.goto(PAGE)
    bar(tab, "save.py").get_by_role("button", name="Run").hover()
    tab.wait_for_function("() => taps.size === 2")
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_have_text("Loading Python …")


def test_an_editor_that_does_not_come_is_told_and_fetched_again(offline: Page) -> None:
    pattern = fail(offline, "editor-*/index.js")
    offline.goto(PAGE)
    press(offline, "save.py", "Edit")
    expect(said(offline, "save.py")).to_have_text(
        "The editor could not be loaded. Press Edit to try again."
    )
    offline.context.unroute(pattern)
    press(offline, "save.py", "Edit")
    expect(offline.get_by_label("Text of save.py")).to_be_visible()


def test_a_folder_that_cannot_be_shown_is_told(offline: Page) -> None:
    pattern = fail(offline, "folder-panel.js")
    offline.goto(PAGE)
    show = offline.get_by_role("button", name="Folder", exact=True)
    show.click()
    expect(page_said(offline)).to_contain_text("could not be shown")
    offline.context.unroute(pattern)
    show.click()
    expect(offline.locator("pdp-folder").get_by_role("listitem").first).to_be_visible()


def test_receipts_that_cannot_be_fetched_are_not_taken_for_none(offline: Page) -> None:
    offline.context.route("**/receipts.json", lambda route: route.abort())
    offline.goto(PAGE)
    expect(offline.locator("proven-mark").first).to_have_text("not checked")
    offline.locator("proven-mark button").first.click()
    expect(offline.get_by_role("dialog", name="Proof")).to_contain_text("could not be loaded")
