"""A browser, and a server of the built site, for the tests that need them."""

import hashlib
import io
import os
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import brotli
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Route,
    expect,
)

from tests.support import machine, needs

CACHE = Path(__file__).parents[2] / ".cache" / "press"
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
PUBLIC = b"https://python-data-persistence.github.io/"
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
    """Start Chromium; skip the test that asks for it where there is none."""
    needs.require("chromium")
    path = machine.find("chromium")
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
    needs.require("chromium")
    return patient(
        playwright.chromium.launch_persistent_context(
            profile,
            executable_path=machine.find("chromium"),
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

    def __init__(
        self, *args: Any, prefix: str, headers: dict[str, str], requested: list[str], **kw: Any
    ) -> None:
        self.prefix, self.headers_added, self.requested = prefix, headers, requested
        super().__init__(*args, **kw)

    def translate_path(self, path: str) -> str:
        self.requested.append(path.partition("?")[0])
        if not path.startswith(self.prefix):
            return os.devnull + "/none"
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer a page or the sitemap as the host that it was built for would: by its name."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if self.path.endswith("/") else path
        if path.suffix not in {".html", ".xml"} or not path.is_file():
            return super().send_head()
        here = f"http://{self.headers['Host']}{self.prefix}"
        body = path.read_bytes().replace(PUBLIC, here.encode())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self) -> None:
        for name, value in self.headers_added.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *args: Any) -> None:
        self._taken: list[socket.socket] = []
        super().__init__(*args)

    def get_request(self) -> tuple[socket.socket, Any]:
        taken = super().get_request()
        self._taken.append(taken[0])
        return taken

    def server_close(self) -> None:
        """Listen no more, and end the connections that readers keep open."""
        super().server_close()
        for each in self._taken:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def handle_error(self, *args: Any) -> None:
        """Say nothing of a reader who leaves before the answer has come; tell of all else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*args)


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
    with _HTTPServer(("127.0.0.1", port), handler) as server:
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.05))
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{server.server_port}{prefix}", requested)
        finally:
            server.shutdown()
            thread.join()


def packed(file: Path, quality: int) -> int:
    """Return a file's size as Brotli makes it; remembered by content, as it takes its time."""
    data = file.read_bytes()
    cache = CACHE / f"br{quality}"
    kept = cache / f"{hashlib.sha256(data).hexdigest()}.br"
    if not kept.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(f".{os.getpid()}.part")
        draft.write_bytes(brotli.compress(data, quality=quality))
        draft.replace(kept)
    return kept.stat().st_size
