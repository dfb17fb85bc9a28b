"""Notes what pages should not do: ask another host, break the policy, report an error."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

REPORT = """
addEventListener("securitypolicyviolation", event =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@contextmanager
def noted(chromium: Browser, address: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """Open a tab in a new context, with a list of what goes wrong, as it happens.

    Args:
        chromium: the browser.
        address: the site's; what else is asked for is elsewhere.
        options: of the context.
    """
    complaints: list[str] = []
    with chromium.new_context(**options) as context:
        _note(context, address, complaints)
        yield context.new_page(), complaints


def _note(context: BrowserContext, address: str, complaints: list[str]) -> None:
    def asked(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            complaints.append(f"asks {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"says {message.text}")

    context.add_init_script(REPORT)
    context.on("request", asked)
    context.on("console", said)
    context.on("weberror", lambda error: complaints.append(f"raises {error.error}"))
