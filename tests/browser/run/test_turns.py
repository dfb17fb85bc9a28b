"""One program runs at a time, and whatever is pressed meanwhile costs it nothing."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.tools import browser
from ops.tools.serving import Server
from tests.support.bars import (
    ENDLESS,
    HELD,
    SUSPENDED,
    hold,
    output,
    page_bar,
    page_said,
    press,
    run,
    said,
    write,
)

REFUSED = "Not started, because another program of this page was running."


@pytest.fixture
def tab(chromium: Browser, served: Server) -> Iterator[Page]:
    """A tab whose requests can all be held: none goes through a service worker."""
    options = {"base_url": served.address, "service_workers": "block"}
    with browser.watched(chromium, **options) as page:
        yield page


def test_a_press_on_another_bar_costs_neither_its_output_nor_its_verdict(opened: Page) -> None:
    held = hold(opened)
    run(opened, "save.py")
    run(opened, "read.py")
    shown = output(opened, "read.py").inner_text()
    write(opened, "save.py", HELD)
    press(opened, "save.py")
    expect(output(opened, "save.py")).to_have_text("on\n")
    press(opened, "read.py")
    expect(said(opened, "read.py")).to_have_text(REFUSED)
    expect(output(opened, "read.py")).to_have_text(shown)
    held.pop().fulfill(body="")
    expect(said(opened, "save.py")).to_contain_text("edited; not as published")
    expect(output(opened, "save.py")).to_have_text("on\noff\n")
    expect(said(opened, "read.py")).to_have_text(REFUSED)


def test_run_all_pressed_twice_runs_all_once(opened: Page) -> None:
    held = hold(opened)
    write(opened, "save.py", HELD)
    everything = opened.get_by_role("button", name="Run all")
    everything.click()
    expect(output(opened, "save.py")).to_have_text("on\n")
    everything.click()
    expect(page_said(opened)).to_have_text(REFUSED)
    press(opened, "read.py")
    expect(said(opened, "read.py")).to_have_text(REFUSED)
    held.pop().fulfill(body="")
    expect(page_said(opened)).to_have_text(
        re.compile(r"^\d+ of \d+ programs printed what is published; 1 edited\.$")
    )
    expect(output(opened, "save.py")).to_have_text("on\noff\n")


def test_the_page_bar_says_which_program_ended_how(opened: Page) -> None:
    write(opened, "read.py", ENDLESS)
    opened.get_by_role("button", name="Run all").click()
    expect(output(opened, "read.py")).to_have_text("on\n")
    press(opened, "read.py", "Stop")
    expect(page_said(opened)).to_have_text(
        "read.py: Stopped. The files are as they were before this run."
    )


def test_the_folder_is_not_emptied_under_a_program(opened: Page) -> None:
    held = hold(opened)
    write(opened, "save.py", SUSPENDED)
    press(opened, "save.py")
    expect(output(opened, "save.py")).to_have_text("on\n")
    opened.get_by_role("button", name="Empty", exact=True).click()
    expect(page_said(opened)).to_have_text(REFUSED)
    held.pop().fulfill(body="")
    expect(output(opened, "save.py")).to_have_text("on\noff\n")
    opened.get_by_role("button", name="Folder", exact=True).click()
    expect(page_bar(opened).get_by_role("button", name="late.txt", exact=True)).to_be_visible()


@pytest.mark.parametrize("program", [SUSPENDED, HELD], ids=["lets in", "keeps out"])
def test_what_looks_into_the_folder_waits_for_the_end_of_a_run(
    opened: Page, program: str
) -> None:
    held = hold(opened)
    write(opened, "save.py", f"{program}import os\nos._exit(3)\n")
    press(opened, "save.py")
    expect(output(opened, "save.py")).to_have_text("on\n")
    opened.evaluate(
        """() => {
            const { opened: folder } = document.querySelector("pdp-page").control;
            globalThis.looks = Promise.all([folder.list(), folder.inspect("save.py")]);
        }"""
    )
    held.pop().fulfill(body="")
    files, look = opened.evaluate("looks")
    names = [file["name"] for file in files]
    assert ("late.txt" in names) == (program == SUSPENDED)
    assert look["kind"] == "text"
    expect(said(opened, "save.py")).to_contain_text("it ended at once, with status 3")


def test_a_run_is_stopped_while_what_runs_it_is_still_being_fetched(tab: Page) -> None:
    held = hold(tab, "**/assets/run/client.js")
    tab.goto("sqlite/")
    press(tab, "save.py")
    press(tab, "save.py", "Stop")
    expect(said(tab, "save.py")).to_contain_text("Stopped.")
    held.pop().continue_()
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("same as published")


def test_what_another_run_prints_late_is_not_taken_for_this_ones(opened: Page) -> None:
    held = hold(opened)
    write(opened, "save.py", HELD)
    press(opened, "save.py")
    expect(output(opened, "save.py")).to_have_text("on\n")
    opened.evaluate(
        """() => document.querySelector("pdp-page").control.dispatchEvent(
            new CustomEvent("output", { detail: { run: 0, text: "late" } }))"""
    )
    held.pop().fulfill(body="")
    expect(said(opened, "save.py")).to_contain_text("Ran")
    expect(output(opened, "save.py")).to_have_text("on\noff\n")
