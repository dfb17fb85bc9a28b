"""Chromium, as Playwright drives it."""

from typing import Any

from playwright.sync_api import Browser

from ops.tools import browser
from ops.tools.engines.engine import Engine


class Chromium(Engine):
    """A reader of their own in the browser that the other tests have open.

    Args:
        opened: that browser.
    """

    title = "Chromium"

    def __init__(self, opened: Browser) -> None:
        self.version = opened.version
        self._context = opened.new_context()
        self._page = self._context.new_page()
        self._said = browser.listen(self._page)

    def goto(self, address: str) -> None:
        self._page.goto(address)

    def reload(self) -> None:
        self._page.reload()

    def evaluate(self, script: str, arg: Any = None) -> Any:
        return self._page.evaluate(script, arg)

    def resize(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def point(self, x: int, y: int) -> None:
        self._page.mouse.click(x, y)

    def press(self, keys: str) -> None:
        self._page.keyboard.press(keys)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def complaints(self) -> list[str]:
        said = self._said.copy()
        self._said.clear()
        return said

    def close(self) -> None:
        self._context.close()
