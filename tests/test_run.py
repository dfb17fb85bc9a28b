"""What a reader does with the bars below the programs, in a real browser on the built site."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from press import policy
from press.site import Site
from tests import browser

PAGE = "sqlite/"
expect.set_options(timeout=browser.SECONDS * 1000)
PRESS_ALL = """text => [...document.querySelectorAll("pdp-run button:not([hidden])")]
    .filter(button => button.textContent === text).forEach(button => button.click())"""
FIRST_OUTPUT = """() => new Promise(done => {
    const bar = document.querySelector("pdp-run");
    const begin = performance.now();
    new MutationObserver(() => {
        if (bar.querySelector(".run__output")?.textContent) done(performance.now() - begin);
    }).observe(bar, { childList: true, characterData: true, subtree: true });
    [...bar.querySelectorAll("button")].find(button => button.textContent === "Run").click();
})"""
LATE = "ran longer than its time"  # on a machine that has much else to do
ENDLESS = "print('on')\nwhile True:\n    pass\n"


def bar(tab: Page, name: str):
    return tab.get_by_role("group", name=f"Run {name} in this browser")


def press(tab: Page, name: str, button: str = "Run") -> None:
    bar(tab, name).get_by_role("button", name=button, exact=True).click()


def said(tab: Page, name: str):
    return bar(tab, name).get_by_role("status")


def output(tab: Page, name: str):
    return tab.get_by_role("region", name=f"Output of {name} here")


def run(tab: Page, name: str) -> None:
    """Run a program and wait for its end."""
    press(tab, name)
    expect(said(tab, name)).to_contain_text(re.compile("Ran|Ended"))


def write(tab: Page, name: str, text: str) -> None:
    """Put a text of the test's own into a program's editor."""
    bar(tab, name).wait_for()
    edit = bar(tab, name).get_by_role("button", name="Edit", exact=True)
    if edit.is_visible():
        edit.click()
    tab.get_by_label(f"Text of {name}").fill(text)


def ours(paths: list[str]) -> list[str]:
    return [path for path in paths if "/assets/run/" in path]


@pytest.fixture
def opened(tab: Page) -> Page:
    tab.goto(PAGE)
    return tab


@pytest.fixture(scope="module")
def kept(chromium: Browser, served) -> Iterator[Page]:
    """One page, on which Python stays, for all tests that need no reload; it may complain."""
    with chromium.new_context(base_url=served.address) as context:
        context.set_default_timeout(browser.SECONDS * 1000)
        shared = context.new_page()
        shared.goto(PAGE)
        bar(shared, "save.py").wait_for()
        yield shared


@pytest.fixture
def page(kept: Page) -> Page:
    """The kept page as it was at first: nothing runs, no edits, the folder as it begins."""
    for button in ("Stop", "Reset", "Close the editor"):
        kept.evaluate(PRESS_ALL, button)
        expect(kept.get_by_role("button", name=button, exact=True)).to_have_count(0)
    kept.get_by_role("button", name="Empty the folder").click()
    kept.get_by_text("The folder is as the page begins it.").wait_for()
    return kept


def test_a_program_prints_here_what_is_published(page):
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")
    expect(output(page, "save.py")).to_have_text("saved\n")


def test_the_second_program_reads_what_the_first_wrote(page):
    run(page, "save.py")
    run(page, "read.py")
    expect(said(page, "read.py")).to_contain_text("same as published")


def test_a_program_that_fails_as_published_is_the_same(page):
    run(page, "save.py")
    run(page, "one_value.py")
    expect(said(page, "one_value.py")).to_contain_text("exit status 1; same as published")
    expect(output(page, "one_value.py")).to_contain_text("line 5, in <module>")


def test_an_edited_program_shows_the_difference_until_it_is_reset(page):
    write(page, "save.py", "print('<b>other</b>')\n")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("not as published")
    expect(output(page, "save.py")).to_have_text("<b>other</b>\n")
    bar(page, "save.py").get_by_text("Difference from the published output").click()
    shown = page.get_by_role("region", name="Difference from the published output")
    expect(shown).to_have_text("- saved\n+ <b>other</b>\n")
    press(page, "save.py", "Reset")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def test_edits_outlive_a_reload_until_they_are_reset(opened):
    write(opened, "save.py", "print('mine')\n")
    opened.reload()
    expect(opened.get_by_label("Text of save.py")).to_have_value("print('mine')\n")
    press(opened, "save.py", "Reset")
    opened.reload()
    bar(opened, "save.py").get_by_role("button", name="Edit", exact=True).wait_for()
    expect(opened.get_by_label("Text of save.py")).to_have_count(0)


def test_a_module_is_imported_as_it_was_edited(page):
    write(page, "save.py", "word = 'first'\n")
    write(page, "read.py", "import save\nprint(save.word)\n")
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("first\n")
    write(page, "save.py", "word = 'other'\n")
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("other\n")


def test_an_endless_loop_is_stopped_within_a_second(page):
    run(page, "save.py")
    write(page, "read.py", ENDLESS)
    press(page, "read.py")
    expect(output(page, "read.py")).to_have_text("on\n")
    press(page, "read.py", "Stop")
    expect(said(page, "read.py")).to_contain_text("Stopped", timeout=1000)
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def test_a_run_ends_after_its_time_unless_more_is_given(tab):
    tab.clock.install()
    tab.goto(PAGE)
    write(tab, "save.py", ENDLESS)
    press(tab, "save.py")
    expect(output(tab, "save.py")).to_have_text("on\n")
    tab.clock.fast_forward(2_000)
    expect(said(tab, "save.py")).to_have_text("Running; it ends by itself after 10 s.")
    press(tab, "save.py", "60 s more")
    tab.clock.fast_forward(65_000)
    expect(said(tab, "save.py")).to_have_text("60 s added.")
    tab.clock.fast_forward(4_000)
    expect(said(tab, "save.py")).to_contain_text("it ran longer than its time")


def test_a_run_that_goes_on_is_not_started_again_by_another_bar(page):
    write(page, "save.py", ENDLESS)
    press(page, "save.py")
    expect(output(page, "save.py")).to_have_text("on\n")
    press(page, "read.py")
    expect(said(page, "read.py")).to_have_text("Another program of this page is running.")
    press(page, "save.py", "Stop")


def test_files_outlive_a_reload(opened):
    run(opened, "save.py")
    opened.reload()
    run(opened, "read.py")
    expect(said(opened, "read.py")).to_contain_text("same as published")


def test_files_outlive_the_browser(playwright: Playwright, served, tmp_path):
    context = browser.launch_persistent(playwright, tmp_path)
    context.pages[0].goto(served.address + PAGE)
    run(context.pages[0], "save.py")
    context.close()
    context = browser.launch_persistent(playwright, tmp_path)
    context.pages[0].goto(served.address + PAGE)
    run(context.pages[0], "read.py")
    expect(said(context.pages[0], "read.py")).to_contain_text("same as published")
    context.close()


def test_another_reader_sees_nothing_of_it(opened, chromium: Browser, served):
    run(opened, "save.py")
    with browser.watched(chromium, base_url=served.address) as other:
        other.goto(PAGE)
        run(other, "read.py")
        expect(said(other, "read.py")).to_contain_text("not as published")
        expect(output(other, "read.py")).to_contain_text("no such table: users")


def test_another_page_has_another_folder(opened):
    run(opened, "save.py")
    opened.goto("sqlite/open/")
    opened.get_by_role("button", name="Show the folder").click()
    panel = opened.locator("pdp-folder")
    panel.get_by_role("listitem").first.wait_for()
    expect(panel.get_by_text("data.db")).to_have_count(0)


def test_all_programs_run_from_the_top(page):
    page.get_by_role("button", name="Run all from the top").click()
    whole = page.get_by_text(re.compile(r"^(\d+) of \1 programs printed what is published\.$"))
    whole.wait_for()
    count = int(whole.inner_text().split()[0])
    assert count > 1
    expect(page.locator("pdp-run[data-verdict=same]")).to_have_count(count)


def test_the_folder_is_emptied(page):
    run(page, "save.py")
    page.get_by_role("button", name="Empty the folder").click()
    page.get_by_text("The folder is as the page begins it.").wait_for()
    run(page, "read.py")
    expect(output(page, "read.py")).to_contain_text("no such table: users")


def test_what_is_not_committed_or_flushed_is_lost(page):
    write(
        page,
        "save.py",
        "import os, sqlite3\n"
        "connection = sqlite3.connect('lost.db')\n"
        "connection.execute('CREATE TABLE IF NOT EXISTS t (x)')\n"
        "connection.execute('INSERT INTO t VALUES (1)')\n"
        "lost = open('lost.txt', 'w')\n"
        "lost.write('never flushed')\n"
        "os._exit(7)\n",
    )
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("it left at once, with status 7")
    write(
        page,
        "read.py",
        "import sqlite3\n"
        "from contextlib import closing\n"
        "with closing(sqlite3.connect('lost.db')) as connection:\n"
        "    print(connection.execute('SELECT count(*) FROM t').fetchone())\n"
        "with open('lost.txt') as file:\n"
        "    print(repr(file.read()))\n",
    )
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("(0,)\n''\n")


def test_a_class_of_one_program_is_unpickled_by_the_next(page):
    point = "class Point:\n    def __init__(self, x):\n        self.x = x\n"
    write(
        page,
        "save.py",
        f"import pickle\n{point}with open('p', 'wb') as f:\n    pickle.dump(Point(3), f)\n",
    )
    run(page, "save.py")
    write(
        page,
        "read.py",
        f"import pickle\n{point}with open('p', 'rb') as f:\n    print(pickle.load(f).x)\n",
    )
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("3\n")


def test_no_run_sees_what_another_left_in_memory(page):
    write(
        page,
        "save.py",
        "import decimal, os, sqlite3, sys\n"
        "decimal.getcontext().prec = 3\n"
        "os.environ['LEFT'] = 'yes'\n"
        "sqlite3.register_adapter(complex, str)\n"
        "sys.stdout = None\nleft = 1\n",
    )
    run(page, "save.py")
    write(
        page,
        "read.py",
        "import decimal, os, sqlite3\n"
        "print(decimal.getcontext().prec, os.environ.get('LEFT'), 'left' in globals())\n"
        "print((complex, sqlite3.PrepareProtocol) in sqlite3.adapters)\n",
    )
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("28 None False\nFalse\n")


def test_a_leak_or_a_warning_shows_as_in_the_tests(page):
    write(page, "save.py", "import warnings\nopen('x', 'w')\nwarnings.warn('old')\n")
    run(page, "save.py")
    expect(output(page, "save.py")).to_contain_text("ResourceWarning: unclosed file")
    expect(output(page, "save.py")).to_contain_text("UserWarning: old")


def test_100_mb_of_output_are_cut_and_the_files_are_kept(page):
    write(
        page,
        "save.py",
        "line = 'x' * 9_999\nfor _ in range(10_000):\n    print(line)\n"
        "with open('end', 'w') as file:\n    file.write('reached')\n",
    )
    run(page, "save.py")
    page.get_by_text("Cut: it printed 100,000,000 bytes").wait_for()
    assert len(output(page, "save.py").text_content()) == 100_000
    write(page, "read.py", "with open('end') as file:\n    print(file.read())\n")
    run(page, "read.py")
    expect(output(page, "read.py")).to_have_text("reached\n")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("def f():\n    f()\nf()\n", "exit status 1"),
        (
            "import sys\nsys.setrecursionlimit(10**9)\ndef f():\n    f()\nf()\n",
            f"deeper than the browser can follow|{LATE}",
        ),
        (
            "kept = []\nwhile True:\n    kept.append(bytearray(2**28))\n",
            f"exit status 1|{LATE}",
        ),
        ("import os\nos.abort()\n", "Python itself broke off"),
    ],
    ids=["recursion", "recursion without a limit", "memory", "abort"],
)
def test_what_breaks_a_program_leaves_a_page_that_works(page, text, sentence):
    write(page, "save.py", text)
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text(re.compile(sentence))
    press(page, "save.py", "Reset")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def broken(tab: Page, breakage: str) -> None:
    """Let the worker begin with a line that breaks something there."""

    def answer(route):
        said = route.fetch()
        route.fulfill(response=said, body=f"{breakage}\n{said.text()}")

    tab.context.route("**/worker.js", answer)


def test_a_full_disk_is_told_and_the_page_works(tab):
    full = "throw new DOMException('full', 'QuotaExceededError')"
    broken(tab, f"IDBObjectStore.prototype.put = () => {{ {full}; }};")
    tab.goto(PAGE)
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("no room for these files")
    run(tab, "read.py")
    expect(output(tab, "read.py")).to_contain_text("Alice")


def test_without_a_storage_programs_run_and_the_bar_says_what_is_lost(tab):
    broken(tab, "Object.defineProperty(self, 'indexedDB', {get() { throw Error('off'); }});")
    tab.goto(PAGE)
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("keeps no files for this site")
    run(tab, "read.py")
    expect(said(tab, "read.py")).to_contain_text("same as published")


def test_a_failed_download_is_told_and_tried_again(chromium: Browser, served):
    context = chromium.new_context(base_url=served.address)
    tab = context.new_page()
    context.route("**/*.wasm", lambda route: route.abort())
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("could not be loaded")
    context.unroute("**/*.wasm")
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("same as published")
    context.close()


def test_a_download_that_stands_still_is_given_up(tab):
    tab.clock.install()
    tab.context.route("**/*.wasm", lambda route: None)
    tab.context.route("**/stdlib.zip", lambda route: None)  # each piece begins the wait anew
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_have_text("Loading Python …")
    tab.clock.fast_forward(61_000)
    expect(said(tab, "save.py")).to_contain_text("nothing came for 60 s")


def test_a_download_can_be_stopped(tab):
    tab.context.route("**/*.wasm", lambda route: None)
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_have_text("Loading Python …")
    press(tab, "save.py", "Stop")
    expect(said(tab, "save.py")).to_contain_text("Stopped.")


def test_the_download_is_told_in_bytes_of_bytes(tab):
    tab.goto(PAGE)
    tab.evaluate(
        """() => new MutationObserver(() => {
            const text = document.querySelector('.run__loaded')?.textContent;
            if (text) globalThis.told = text;
        }).observe(document.body, {subtree: true, childList: true, characterData: true})"""
    )
    run(tab, "save.py")
    assert re.fullmatch(r"[\d,]+ of [\d,]{10} bytes", tab.evaluate("told"))


def test_a_program_that_needs_more_says_why_and_has_no_button(tab):
    tab.goto("sqlite/concurrency/")
    why = tab.get_by_text("Not in the browser: needs threads.").first
    why.wait_for()
    block = tab.locator("div.highlight", has=tab.locator(".filename", has_text="threads.py"))
    assert block.count() >= 1
    assert bar(tab, "threads.py").count() == 0


def test_a_text_that_was_not_tried_has_no_bar(tab):
    def answer(route):
        said = route.fetch()
        route.fulfill(response=said, body=said.text().replace(">saved", ">stored", 1))

    tab.context.route(f"**/{PAGE}", answer)
    tab.goto(PAGE)
    bar(tab, "read.py").wait_for()
    assert bar(tab, "save.py").count() == 0


def test_without_javascript_the_page_is_whole(chromium: Browser, served):
    with browser.watched(chromium, base_url=served.address, java_script_enabled=False) as plain:
        plain.goto(PAGE)
        expect(plain.locator("div.language-python > pre").first).to_be_visible()
        expect(plain.locator("div.language-text > pre").first).to_have_text("saved\n")
        expect(plain.locator("pdp-run").filter(visible=True)).to_have_count(0)


def test_where_the_text_cannot_be_checked_the_page_says_why(tab):
    tab.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    tab.goto(PAGE)
    tab.get_by_text("Programs run only on a page that came safely.").wait_for()
    expect(tab.locator("pdp-run")).to_have_count(0)


def test_an_old_browser_is_told_so(tab):
    tab.add_init_script("delete globalThis.WebAssembly")
    tab.goto(PAGE)
    tab.get_by_text("This browser is too old to run Python.").wait_for()


def test_the_site_works_below_any_path(site, chromium: Browser):
    with (
        browser.serve(site, "/some/where/") as server,
        browser.watched(chromium, base_url=server.address) as below,
    ):
        below.goto(PAGE)
        run(below, "save.py")
        expect(said(below, "save.py")).to_contain_text("same as published")


def test_it_works_under_the_headers_that_hosts_send(site, project, chromium: Browser):
    headers = policy.headers(Site(site, project, site))
    with (
        browser.serve(site, headers=headers) as server,
        browser.watched(chromium, base_url=server.address) as strict,
    ):
        strict.goto(PAGE)
        write(strict, "save.py", "print('saved')\n")
        run(strict, "save.py")
        expect(said(strict, "save.py")).to_contain_text("same as published")


def test_going_to_another_page_stops_and_frees_what_ran(opened):
    write(opened, "save.py", ENDLESS)
    press(opened, "save.py")
    expect(output(opened, "save.py")).to_have_text("on\n")
    (worker,) = [w for w in opened.workers if w.url.endswith("assets/run/worker.js")]
    with worker.expect_event("close"):
        opened.get_by_role("link", name="Open a database the right way").first.click()
    opened.wait_for_url("**/sqlite/open/")
    opened.locator("pdp-run").first.wait_for()


def test_everything_is_done_by_keyboard(page):
    button = bar(page, "save.py").get_by_role("button", name="Run")
    button.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(button).to_be_focused()
    outline = "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"
    style, width = button.evaluate(outline)
    assert style == "solid" and float(width.removesuffix("px")) >= 2
    page.keyboard.press("Enter")
    expect(said(page, "save.py")).to_contain_text("same as published")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    editor = page.get_by_label("Text of save.py")
    expect(editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("if True:\nprint('by hand')")
    page.keyboard.press("Control+Enter")
    expect(output(page, "save.py")).to_have_text("by hand\n")
    page.keyboard.press("Tab")
    expect(editor).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(editor).not_to_be_focused()


def test_letters_typed_into_the_editor_do_not_open_the_search(page):
    press(page, "save.py", "Edit")
    page.get_by_label("Text of save.py").focus()
    page.keyboard.type("fsp/")
    expect(page.get_by_label("Text of save.py")).to_be_focused()


def test_each_change_of_state_is_announced(opened):
    status = said(opened, "save.py").element_handle()
    status.evaluate(
        """e => {
            globalThis.heard = [];
            new MutationObserver(() => heard.push(e.textContent))
                .observe(e, {childList: true, characterData: true, subtree: true});
        }"""
    )
    run(opened, "save.py")
    heard = opened.evaluate("heard")
    assert heard[:3] == ["Starting Python …", "Loading Python …", "Running …"]
    assert "same as published" in heard[-1]


def test_nothing_is_loaded_from_another_host(opened, served):
    others = []
    opened.context.on(
        "request",
        lambda request: request.url.startswith(served.address) or others.append(request.url),
    )
    run(opened, "save.py")
    assert others == []


def test_a_bar_that_is_looked_at_loads_python_before_it_is_pressed(opened):
    with opened.expect_event("worker"):
        bar(opened, "save.py").get_by_role("button", name="Run").focus()


@pytest.fixture
def asked(served) -> Iterator[list[str]]:
    served.requested.clear()
    return served.requested


def test_a_page_where_nobody_pressed_run_loads_little(tab, site: Path, asked, figure):
    tab.goto(PAGE)
    bar(tab, "save.py").wait_for()
    tab.wait_for_load_state("networkidle")
    files = {site / path.lstrip("/") for path in ours(asked)}
    size = sum(browser.packed(file, 5) for file in files)
    figure(f"without a run: {size} bytes in {len(files)} files, compressed; under 15000")
    assert 0 < size < 15_000


def test_the_runtime_is_within_5_mb(opened, site: Path, asked, figure):
    run(opened, "save.py")
    files = {site / path.lstrip("/") for path in ours(asked)}
    size = sum(browser.packed(file, 11) for file in files)
    figure(f"with a run: {size} bytes in {len(files)} files, compressed; at most 5000000")
    assert size <= 5_000_000


def test_from_press_to_first_output(opened, figure):
    bar(opened, "save.py").wait_for()
    for state in ("cold", "warm"):
        taken = opened.evaluate(FIRST_OUTPUT)
        figure(
            f"from press to first output, {state}: {taken:.0f} ms; for medians: make bench-run"
        )
        expect(said(opened, "save.py")).to_contain_text("Ran")
