"""The bars below the programs, as a reader finds and uses them."""

import re

from playwright.sync_api import Page, expect

PAGE = "sqlite/"
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
