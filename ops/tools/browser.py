"""Chromium: started, patient with a slow machine, and heard when it complains."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Route,
    expect,
)

from ops.tools import machine

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
OPTIONAL = ("/sitemap.xml", "/assets/proven/receipts.json")
SECONDS = 180  # for anything to happen on a page: a slow machine is no fault of it
expect.set_options(timeout=SECONDS * 1000)
# Compiled once and not again for speed, Python costs a third less to start, and does the same.
ONCE = "--js-flags=--liftoff-only"
# What a page itself gives so many seconds to, a slow machine gets more for.
PATIENT = """
{
  const wait = setTimeout;
  globalThis.setTimeout = (work, delay, ...rest) =>
    wait(work, delay >= 5000 ? 30 * delay : delay, ...rest);
}
"""


def launch(
    playwright: Playwright, flags: Sequence[str] = (*FLAGS, ONCE), **options: Any
) -> Browser:
    """Start Chromium.

    Raises:
        LookupError: if there is none; the message says how to have it.
    """
    path = machine.where("chromium")
    launched = playwright.chromium.launch(
        executable_path=path, args=[*flags], timeout=SECONDS * 1000, **options
    )
    new_context = launched.new_context
    launched.new_context = lambda **options: patient(new_context(**options))
    launched.new_page = lambda **options: launched.new_context(**options).new_page()
    return launched


def patient(context: BrowserContext) -> BrowserContext:
    """Have a context wait for a slow machine, and its pages too."""
    context.set_default_timeout(SECONDS * 1000)
    context.add_init_script(PATIENT)
    return context


def launch_persistent(playwright: Playwright, profile: Path) -> BrowserContext:
    """Start Chromium with a profile that outlives it."""
    return patient(
        playwright.chromium.launch_persistent_context(
            profile,
            executable_path=machine.where("chromium"),
            args=[*FLAGS, ONCE],
            timeout=SECONDS * 1000,
        )
    )


def _is_complaint(message: ConsoleMessage) -> bool:
    """Return whether a message tells of a fault: not of a file that a page can do without."""
    return message.type == "error" and not message.location["url"].endswith(OPTIONAL)


def listen(page: Page) -> list[str]:
    """Return a list to which each fault that the page tells of is added.

    Args:
        page: an open tab.
    """
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda m: complaints.append(f"{m.text} {m.location}") if _is_complaint(m) else None,
    )
    return complaints


@contextmanager
def watched(chromium: Browser, **options: Any) -> Iterator[Page]:
    """Open a tab in a new context; at the end, fail if the page complained of anything.

    Args:
        chromium: the browser.
        options: of the context.
    """
    context = chromium.new_context(**options)
    page = context.new_page()
    complaints = listen(page)
    try:
        yield page
    finally:
        context.close()
    assert complaints == [], f"the page complained: {complaints}"


def restyle(opened: Page | BrowserContext, more: str) -> None:
    """Have the site's style sheet end with rules that break what a test is to notice.

    Args:
        opened: the tab, or all tabs of a context.
        more: the rules; none if it is empty.
    """

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=f"{response.text()}\n{more}")

    if more:
        opened.route("**/assets/site.css", answer)
