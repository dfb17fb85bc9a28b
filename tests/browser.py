"""A browser, and a server of the built site, for the tests that need them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
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
MISSING = (
    "no browser: type `apt-get install chromium` or `.venv/bin/playwright install chromium`"
)


def executable() -> str | None:
    """Return the system's Chromium, or None where Playwright is to bring its own."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch(playwright: Playwright) -> Browser:
    """Start Chromium; fail with the command to type where there is none."""
    try:
        return playwright.chromium.launch(executable_path=executable(), args=FLAGS)
    except Error:
        pytest.fail(MISSING, pytrace=False)


def launch_persistent(playwright: Playwright, profile: Path) -> BrowserContext:
    """Start Chromium with a profile that outlives it."""
    return playwright.chromium.launch_persistent_context(
        profile, executable_path=executable(), args=FLAGS
    )


@dataclass
class Server:
    """A static server on this machine.

    Args:
        address: where the site's first page is, with a slash at the end.
        requested: the paths asked for, in order.
    """

    address: str
    requested: list[str] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
    }
    protocol_version = "HTTP/1.1"

    def __init__(self, *args, prefix: str, headers: dict[str, str], requested: list[str], **kw):
        self.prefix, self.headers_added, self.requested = prefix, headers, requested
        super().__init__(*args, **kw)

    def translate_path(self, path: str) -> str:
        self.requested.append(path.partition("?")[0])
        if not path.startswith(self.prefix):
            return os.devnull + "/none"
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def end_headers(self) -> None:
        for name, value in self.headers_added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def serve(
    folder: Path, prefix: str = "/", headers: dict[str, str] | None = None, port: int = 0
) -> Iterator[Server]:
    """Serve a built site until the block ends.

    Args:
        folder: the site.
        prefix: the path below which it is, with a slash at both ends.
        headers: to send with each answer.
        port: where to listen, or 0 for any free port.
    """
    requested: list[str] = []
    handler = partial(
        _Handler, directory=folder, prefix=prefix, headers=headers or {}, requested=requested
    )
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        server.daemon_threads = True
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.05))
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{server.server_port}{prefix}", requested)
        finally:
            server.shutdown()
            thread.join()
