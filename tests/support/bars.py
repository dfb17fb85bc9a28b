"""The bars below the programs, as a reader finds and uses them."""

import re
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

PAGE = "sqlite/"
ENDLESS = "print('on')\nwhile True:\n    pass\n"
# Prints, waits until the test answers what it asks for, and prints again. The first way of
# waiting keeps all else from the worker, as a calculation does; the second lets it in.
HELD = (
    "from js import XMLHttpRequest\n"
    "print('on')\n"
    "request = XMLHttpRequest.new()\n"
    "request.open('GET', '/go', False)\n"
    "request.send()\n"
    "print('off')\n"
)
SUSPENDED = (
    "from js import fetch\n"
    "from pyodide.ffi import run_sync\n"
    "print('on')\n"
    "run_sync(fetch('/go'))\n"
    "with open('late.txt', 'w') as file:\n"
    "    file.write('late')\n"
    "print('off')\n"
)


def bar(tab: Page, name: str) -> Locator:
    return tab.get_by_role("group", name=f"Run {name} in this browser")


def press(tab: Page, name: str, button: str = "Run") -> None:
    bar(tab, name).get_by_role("button", name=button, exact=True).click()


def said(tab: Page, name: str) -> Locator:
    return bar(tab, name).get_by_role("status")


def output(tab: Page, name: str) -> Locator:
    return tab.get_by_role("region", name=f"Output of {name} here")


def covered(part: Locator) -> bool:
    """Return whether the middle of a part is out of the window, or below something else."""
    return bool(
        part.evaluate(
            """e => {
                const { left, top, width, height } = e.getBoundingClientRect();
                const at = document.elementFromPoint(left + width / 2, top + height / 2);
                return !at || !(e.contains(at) || at.contains(e));
            }"""
        )
    )


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


def run_text(tab: Page, name: str, text: str) -> None:
    """Run a text of the test's own in place of a program's, and wait for its end."""
    write(tab, name, text)
    run(tab, name)


def hold(
    opened: Page | BrowserContext, pattern: str | re.Pattern[str] = "**/go"
) -> list[Route]:
    """Hold back the answers to requests; return the list that they come into."""
    held: list[Route] = []
    opened.route(pattern, lambda route: held.append(route))
    return held


def page_bar(tab: Page) -> Locator:
    return tab.get_by_role("group", name="This page's programs in your browser")


def page_said(tab: Page) -> Locator:
    return page_bar(tab).locator(".run__told").get_by_role("status")  # the folder has one, too


def broken(tab: Page, breakage: str) -> None:
    """Let the worker begin with a line that breaks something there."""
    rewrite(tab, "worker.js", lambda text: f"{breakage}\n{text}")


def rewrite(tab: Page, name: str, change: Callable[[str], str]) -> None:
    """Change what is served as a file of the run bar's own."""

    def answer(route: Route) -> None:
        said = route.fetch()
        route.fulfill(response=said, body=change(said.text()))

    tab.context.route(f"**/assets/run/{name}", answer)
