"""Tabs of one page share its folder, and none takes from another what it wrote."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.bars import (
    ENDLESS,
    HELD,
    PAGE,
    hold,
    output,
    press,
    run,
    run_text,
    said,
    write,
)

MAKE = "with open({0!r}, 'w') as file:\n    file.write({0!r})\n"
LIST = "from pathlib import Path\nprint(*sorted(p.name for p in Path().glob('*.txt')))\n"
WAITS = "Waiting for another tab of this page, which is using the folder …"


@pytest.fixture
def tabs(opened: Page) -> Iterator[tuple[Page, Page]]:
    """Two tabs of one page, in each of which Python has started."""
    other = opened.context.new_page()
    other.goto(PAGE)
    for tab in (opened, other):
        run(tab, "save.py")
    yield opened, other


def test_what_one_tab_wrote_is_there_for_the_other_and_stays(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    run_text(other, "read.py", MAKE.format("second.txt"))
    run_text(one, "read.py", LIST)
    expect(output(one, "read.py")).to_have_text("second.txt\n")
    one.reload()
    run(one, "read.py")
    expect(output(one, "read.py")).to_have_text("second.txt\n")


def test_what_one_tab_removed_stays_removed(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    run_text(one, "read.py", "import os\nos.remove('data.db')\nos.remove('elsewhere.sh')\n")
    text = "import os\nprint({'data.db', 'elsewhere.sh'} & {*os.listdir()})\n"
    run_text(other, "read.py", text)
    expect(output(other, "read.py")).to_have_text("set()\n")


def test_programs_of_two_tabs_run_one_after_the_other(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    held = hold(one.context)
    write(one, "read.py", HELD + MAKE.format("one.txt"))
    press(one, "read.py")
    expect(output(one, "read.py")).to_have_text("on\n")
    write(other, "read.py", MAKE.format("other.txt") + LIST)
    press(other, "read.py")
    expect(said(other, "read.py")).to_have_text(WAITS)
    held.pop().fulfill(body="")
    expect(output(other, "read.py")).to_have_text("one.txt other.txt\n")


def test_a_run_that_waits_for_another_tab_can_be_stopped(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    held = hold(one.context)
    write(one, "read.py", HELD)
    press(one, "read.py")
    expect(output(one, "read.py")).to_have_text("on\n")
    press(other, "save.py")
    expect(said(other, "save.py")).to_have_text(WAITS)
    press(other, "save.py", "Stop")
    expect(said(other, "save.py")).to_contain_text("Stopped.")
    held.pop().fulfill(body="")
    expect(output(one, "read.py")).to_have_text("on\noff\n")
    run(other, "save.py")
    expect(said(other, "save.py")).to_contain_text("same as published")


def test_a_run_that_is_stopped_in_one_tab_lets_the_other_run(tabs: tuple[Page, Page]) -> None:
    one, other = tabs
    write(one, "read.py", ENDLESS)
    press(one, "read.py")
    expect(output(one, "read.py")).to_have_text("on\n")
    press(other, "save.py")
    press(one, "read.py", "Stop")
    expect(said(other, "save.py")).to_contain_text("same as published")
