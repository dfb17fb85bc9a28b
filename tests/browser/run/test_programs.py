"""What a program prints below its bar, and what it finds in the page's folder."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from ops.tools import browser
from ops.tools.serving import Server
from tests.support.bars import PAGE, output, run, run_text, said


def test_a_program_prints_here_what_is_published(page: Page) -> None:
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")
    expect(output(page, "save.py")).to_have_text("saved\n")


def test_the_second_program_reads_what_the_first_wrote(page: Page) -> None:
    run(page, "save.py")
    run(page, "read.py")
    expect(said(page, "read.py")).to_contain_text("same as published")


def test_a_program_that_fails_as_published_is_the_same(page: Page) -> None:
    run(page, "save.py")
    run(page, "one_value.py")
    expect(said(page, "one_value.py")).to_contain_text("exit status 1; same as published")
    expect(output(page, "one_value.py")).to_contain_text("line 5, in <module>")


def test_all_programs_run_from_the_top(page: Page) -> None:
    page.get_by_role("button", name="Run all").click()
    whole = page.get_by_text(re.compile(r"^(\d+) of \1 programs printed what is published\.$"))
    whole.wait_for()
    count = int(whole.inner_text().split()[0])
    assert count > 1
    expect(page.locator("pdp-run[data-verdict=same]")).to_have_count(count)


def test_the_folder_is_emptied(page: Page) -> None:
    run(page, "save.py")
    page.get_by_role("button", name="Empty", exact=True).click()
    page.get_by_text("The folder is as at the start of the page.").wait_for()
    run(page, "read.py")
    expect(output(page, "read.py")).to_contain_text("no such table: users")


def test_files_outlive_a_reload(opened: Page) -> None:
    run(opened, "save.py")
    opened.reload()
    run(opened, "read.py")
    expect(said(opened, "read.py")).to_contain_text("same as published")


@pytest.mark.needs("chromium")
def test_files_outlive_the_browser(
    playwright: Playwright, served: Server, tmp_path: Path
) -> None:
    context = browser.launch_persistent(playwright, tmp_path)
    context.pages[0].goto(served.address + PAGE)
    run(context.pages[0], "save.py")
    context.close()
    context = browser.launch_persistent(playwright, tmp_path)
    context.pages[0].goto(served.address + PAGE)
    run(context.pages[0], "read.py")
    expect(said(context.pages[0], "read.py")).to_contain_text("same as published")
    context.close()


def test_another_reader_sees_nothing_of_it(
    opened: Page, chromium: Browser, served: Server
) -> None:
    run(opened, "save.py")
    with browser.watched(chromium, base_url=served.address) as other:
        other.goto(PAGE)
        run(other, "read.py")
        expect(said(other, "read.py")).to_contain_text("not as published")
        expect(output(other, "read.py")).to_contain_text("no such table: users")


def test_another_page_has_another_folder(opened: Page) -> None:
    run(opened, "save.py")
    opened.goto("sqlite/open/")
    opened.get_by_role("button", name="Folder", exact=True).click()
    panel = opened.locator("pdp-folder")
    panel.get_by_role("listitem").first.wait_for()
    expect(panel.get_by_text("data.db")).to_have_count(0)


def test_what_is_not_committed_or_flushed_is_lost(page: Page) -> None:
    run_text(
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
    expect(said(page, "save.py")).to_contain_text("it ended at once, with status 7")
    run_text(
        page,
        "read.py",
        "import sqlite3\n"
        "from contextlib import closing\n"
        "with closing(sqlite3.connect('lost.db')) as connection:\n"
        "    print(connection.execute('SELECT count(*) FROM t').fetchone())\n"
        "with open('lost.txt') as file:\n"
        "    print(repr(file.read()))\n",
    )
    expect(output(page, "read.py")).to_have_text("(0,)\n''\n")


def test_a_class_of_one_program_is_unpickled_by_the_next(page: Page) -> None:
    point = "class Point:\n    def __init__(self, x):\n        self.x = x\n"
    run_text(
        page,
        "save.py",
        f"import pickle\n{point}with open('p', 'wb') as f:\n    pickle.dump(Point(3), f)\n",
    )
    run_text(
        page,
        "read.py",
        f"import pickle\n{point}with open('p', 'rb') as f:\n    print(pickle.load(f).x)\n",
    )
    expect(output(page, "read.py")).to_have_text("3\n")


def test_no_run_sees_what_another_left_in_memory(page: Page) -> None:
    run_text(
        page,
        "save.py",
        "import decimal, os, sqlite3, sys\n"
        "decimal.getcontext().prec = 3\n"
        "os.environ['LEFT'] = 'yes'\n"
        "sqlite3.register_adapter(complex, str)\n"
        "sys.stdout = None\nleft = 1\n",
    )
    run_text(
        page,
        "read.py",
        "import decimal, os, sqlite3\n"
        "print(decimal.getcontext().prec, os.environ.get('LEFT'), 'left' in globals())\n"
        "print((complex, sqlite3.PrepareProtocol) in sqlite3.adapters)\n",
    )
    expect(output(page, "read.py")).to_have_text("28 None False\nFalse\n")


def test_a_leak_or_a_warning_shows_as_in_the_tests(page: Page) -> None:
    run_text(page, "save.py", "import warnings\nopen('x', 'w')\nwarnings.warn('old')\n")
    expect(output(page, "save.py")).to_contain_text("ResourceWarning: unclosed file")
    expect(output(page, "save.py")).to_contain_text("UserWarning: old")


def test_each_change_of_state_is_announced(opened: Page) -> None:
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
