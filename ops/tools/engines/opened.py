"""All browsers that are here, for a script that is no test."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from ops.tools import browser, machine
from ops.tools.engines.driven import DRIVEN
from ops.tools.engines.engine import Engine
from ops.tools.engines.play import Chromium


@contextmanager
def opened(name: str) -> Iterator[Engine]:
    """Open a browser by the name of its tool."""
    with ExitStack() as stack:
        if name == "chromium":
            chromium = browser.launch(stack.enter_context(sync_playwright()))
            stack.callback(chromium.close)
            engine: Engine = Chromium(chromium)
        else:
            engine = DRIVEN[name](Path(stack.enter_context(TemporaryDirectory())))
        stack.callback(engine.close)
        yield engine


@contextmanager
def browsers() -> Iterator[dict[str, Engine]]:
    """Open Chromium, and each other browser that is here, by name; say which are not."""
    with ExitStack() as stack:
        engines = [stack.enter_context(opened("chromium"))]
        for name, engine in DRIVEN.items():
            if machine.missing([name]):
                print(f"not tried in {engine.title}: {machine.command([name])}")
            else:
                engines.append(stack.enter_context(opened(name)))
        yield {engine.title: engine for engine in engines}
