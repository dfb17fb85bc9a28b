"""A browser engine, as the W3C's WebDriver drives it."""

import json
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, WebDriverException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.support.ui import WebDriverWait
from urllib3.exceptions import HTTPError

from ops.tools.engines.engine import Engine
from ops.tools.engines.leash import leash

SECONDS = 3600  # what no answer takes; `until` ends sooner
QUIT_SECONDS = 20
# An error is told by its text alone, so that it can't be taken for an answer.
CALL = """Promise.resolve(arg).then(%s).then(
  answer => JSON.stringify({ answer: answer ?? null }),
  error => JSON.stringify({ error: `${error}\\n${error?.stack ?? ""}` }))"""


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

    INTERRUPTED: type[WebDriverException] = JavascriptException  # a function, by another page

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
        """Wait until the page is another, and loaded; both drivers may answer before it is."""
        self._say("() => globalThis.isLeft = true")
        yield
        there = "() => document.readyState === 'complete' && !globalThis.isLeft"
        wait = WebDriverWait(self._driver, SECONDS, 0.05, [self.INTERRUPTED])
        wait.until(lambda _: self._say(there))

    def _say(self, script: str) -> Any:
        """Return what a function answers at once, also while one page follows another."""
        return self._driver.execute_script(f"return ({script})()")

    def evaluate(self, script: str, arg: Any = None) -> Any:
        said = json.loads(self._call(CALL % script, arg))
        assert "error" not in said, said["error"]
        return said["answer"]

    def _call(self, promise: str, arg: Any) -> str:
        """Return the text of a promise, made of `arg`."""
        code = f"const [arg, done] = arguments;\n{promise}.then(done);"
        return str(self._driver.execute_async_script(code, arg))

    def _perform(self, actions: ActionBuilder) -> None:
        """Move the pointer, and press keys."""
        actions.perform()

    def point(self, x: int, y: int) -> None:
        actions = ActionBuilder(self._driver)
        actions.pointer_action.move_to_location(x, y).click()  # type: ignore[no-untyped-call]
        self._perform(actions)

    def press(self, keys: str) -> None:
        *held, last = (getattr(Keys, key.upper(), key) for key in keys.split("+"))
        chain = ActionChains(self._driver)
        for key in held:
            chain.key_down(key)
        chain.send_keys(last)
        for key in held:
            chain.key_up(key)
        self._perform(chain.w3c_actions)

    def type(self, text: str) -> None:
        chain = ActionChains(self._driver).send_keys(text.replace("\n", Keys.ENTER))
        self._perform(chain.w3c_actions)

    def close(self) -> None:
        self._held.close()
