"""A run that does not end by itself, or breaks something, leaves a page that works."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.bars import ENDLESS, PAGE, broken, output, press, run, run_text, said, write


def test_an_endless_loop_is_stopped(page: Page) -> None:
    run(page, "save.py")
    write(page, "read.py", ENDLESS)
    press(page, "read.py")
    expect(output(page, "read.py")).to_have_text("on\n")
    press(page, "read.py", "Stop")
    expect(said(page, "read.py")).to_contain_text("Stopped")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def test_a_run_ends_after_its_time_unless_more_is_given(tab: Page) -> None:
    tab.clock.install(time=0)
    tab.goto(PAGE)
    write(tab, "save.py", ENDLESS)
    tab.clock.pause_at(3_600_000)
    press(tab, "save.py")
    expect(output(tab, "save.py")).to_have_text("on\n")
    tab.clock.fast_forward(2_000)
    expect(said(tab, "save.py")).to_have_text("Running; it is stopped after 10 s.")
    press(tab, "save.py", "60 s more")
    tab.clock.fast_forward(65_000)
    expect(said(tab, "save.py")).to_have_text("60 s added.")
    tab.clock.fast_forward(4_000)
    expect(said(tab, "save.py")).to_contain_text("it ran longer than its time")


def test_going_to_another_page_stops_and_frees_what_ran(opened: Page) -> None:
    write(opened, "save.py", ENDLESS)
    press(opened, "save.py")
    expect(output(opened, "save.py")).to_have_text("on\n")
    (worker,) = [w for w in opened.workers if w.url.endswith("assets/run/worker.js")]
    with worker.expect_event("close"):
        opened.get_by_role("link", name="Open a SQLite database the right way").first.click()
    opened.wait_for_url("**/sqlite/open/")
    opened.locator("pdp-run").first.wait_for()


def test_100_mb_of_output_are_cut_and_the_files_are_kept(page: Page) -> None:
    run_text(
        page,
        "save.py",
        "line = 'x' * 9_999\nfor _ in range(10_000):\n    print(line)\n"
        "with open('end', 'w') as file:\n    file.write('reached')\n",
    )
    page.get_by_text("Cut: it printed 100,000,000 bytes").wait_for()
    assert len(output(page, "save.py").text_content() or "") == 100_000
    run_text(page, "read.py", "with open('end') as file:\n    print(file.read())\n")
    expect(output(page, "read.py")).to_have_text("reached\n")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("def f():\n    f()\nf()\n", "exit status 1"),
        (
            "import sys\nsys.setrecursionlimit(10**9)\ndef f():\n    f()\nf()\n",
            "too deep for this browser",
        ),
        (
            "kept = []\nwhile True:\n    kept.append(bytearray(2**28))\n",
            "exit status 1",
        ),
        ("import os\nos.abort()\n", "Python itself crashed"),
    ],
    ids=["recursion", "recursion without a limit", "memory", "abort"],
)
def test_what_breaks_a_program_leaves_a_page_that_works(
    page: Page, text: str, sentence: str
) -> None:
    run_text(page, "save.py", text)
    expect(said(page, "save.py")).to_contain_text(sentence)
    press(page, "save.py", "Reset")
    run(page, "save.py")
    expect(said(page, "save.py")).to_contain_text("same as published")


def test_a_full_disk_is_told_and_the_page_works(tab: Page) -> None:
    full = "throw new DOMException('full', 'QuotaExceededError')"
    broken(tab, f"IDBObjectStore.prototype.put = () => {{ {full}; }};")
    tab.goto(PAGE)
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("no room for these files")
    run(tab, "read.py")
    expect(output(tab, "read.py")).to_contain_text("Alice")


def test_without_a_storage_programs_run_and_the_bar_says_what_is_lost(tab: Page) -> None:
    broken(tab, "Object.defineProperty(self, 'indexedDB', {get() { throw Error('off'); }});")
    tab.goto(PAGE)
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("keeps no files for this site")
    run(tab, "read.py")
    expect(said(tab, "read.py")).to_contain_text("same as published")
