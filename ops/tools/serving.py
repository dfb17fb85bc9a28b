"""The built site on a server of this machine, as a host would send it."""

import hashlib
import io
import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import brotli

CACHE = Path(__file__).parents[2] / ".cache" / "press"
Parts = Callable[[bytes], Iterable[bytes]]
PUBLIC = b"https://python-data-persistence.github.io/"


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
        self,
        *args: Any,
        prefix: str,
        headers: dict[str, str],
        requested: list[str],
        parts: Parts,
        **kw: Any,
    ) -> None:
        self.prefix, self.headers_added, self.requested = prefix, headers, requested
        self.parts = parts
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
        if path.suffix == ".xml":
            return io.BytesIO(body)
        for part in self.parts(body) if self.command == "GET" else ():
            self.wfile.write(part)
        return None

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
    folder: Path,
    prefix: str = "/",
    headers: dict[str, str] | None = None,
    port: int = 0,
    parts: Parts = lambda body: [body],
) -> Iterator[Server]:
    """Serve a built site until the block ends.

    Args:
        folder: the site.
        prefix: the path below which it is, with a slash at both ends.
        headers: to send with each answer.
        port: where to listen, or 0 for any free port.
        parts: gives what is sent of a page, one part after the other.
    """
    requested: list[str] = []
    handler = partial(
        _Handler,
        directory=folder,
        prefix=prefix,
        headers=headers or {},
        requested=requested,
        parts=parts,
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
