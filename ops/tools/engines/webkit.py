"""WebKitGTK, as its WebDriver drives it."""

import re
import subprocess
import warnings
from contextlib import ExitStack
from pathlib import Path

from selenium import webdriver
from selenium.webdriver import WebKitGTKOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitDriver

from ops.tools import browser, finding, machine
from ops.tools.engines.webdriver import WebDriver

WINDOW = Path(__file__).with_name("window.py")
SCREEN = (1600, 1400)
ONCE = {"JSC_useOMGJIT": "0", "JSC_useWasmIPInt": "0"}  # compile once, as in Chromium
CONSOLE = re.compile(r": CONSOLE (\w+ )?ERROR ")


def _screen(env: dict[str, str], held: ExitStack) -> str:
    """Start a screen that nobody sees, and return its name."""
    size = "x".join(map(str, SCREEN))
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    screen = held.enter_context(
        subprocess.Popen(
            command, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    )
    held.callback(screen.terminate)
    assert screen.stdout
    return f":{screen.stdout.readline().strip()}"


class WebKit(WebDriver):
    """WebKitGTK in a window of ours, on a screen that nobody sees."""

    title = "WebKitGTK"
    NOISE = ("'manifest-src'", "ResizeObserver loop")  # a directive it does not know; a warning

    def _start(self, folder: Path, env: dict[str, str], held: ExitStack) -> webdriver.Remote:
        options = WebKitGTKOptions()
        options.binary_location = finding.SYSTEM_PYTHON
        for argument in (str(WINDOW), str(folder / "profile"), browser.PATIENT):
            options.add_argument(argument)
        self._read = 0
        service = WebKitDriver(
            machine.find("webkit"),
            log_output=str(self._log),
            env={**env, **ONCE, "DISPLAY": _screen(env, held)},
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # Selenium's own
            return webdriver.WebKitGTK(options=options, service=service)

    def resize(self, width: int, height: int) -> None:
        # Without a window manager the window below the pointer has the focus; the pointer rests
        # in the middle of the screen.
        x, y = ((room - size) // 2 for room, size in zip(SCREEN, (width, height), strict=True))
        self._driver.set_window_rect(x, y, width, height)
        fits = "([width, height]) => innerWidth === width && innerHeight === height"
        self.until("the size of the window", fits, [width, height])

    def complaints(self) -> list[str]:
        text = self._log.read_text("utf-8", "replace")
        new, self._read = text[self._read :], len(text)
        lines = [line for line in new.splitlines() if CONSOLE.search(line)]
        return [line for line in lines if not any(noise in line for noise in self.NOISE)]
