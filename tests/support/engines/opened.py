"""All browsers that are here, for a script that is no test."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.support import browser, machine
from tests.support.engines.engine import Engine
from tests.support.engines.play import Chromium
from tests.support.engines.webdriver import DRIVEN


@contextmanager
def browsers() -> Iterator[dict[str, Engine]]:
    """Open Chromium, and each other browser that is here, by name; say which are not."""
    with ExitStack() as stack:
        chromium = browser.launch(stack.enter_context(sync_playwright()))
        stack.callback(chromium.close)
        opened: dict[str, Engine] = {Chromium.title: Chromium(chromium)}
        for name, engine in DRIVEN.items():
            if machine.missing([name]):
                print(f"not tried in {engine.title}: {machine.command([name])}")
                continue
            started = engine(Path(stack.enter_context(TemporaryDirectory())))
            stack.callback(started.close)
            opened[engine.title] = started
        yield opened
