"""Serve the built site as it is deployed, and put load on it."""

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ops.tools import finding, machine
from twicetold.run.patience import HANGS

ROOT = Path(__file__).parents[2]

CONFIGURATION = ROOT / "ops" / "deploy" / "nginx.conf"
PATIENT = "--timeout=600s"  # an answer that is late has not failed
_MAIN = """
{user}
pid {base}/nginx.pid;
error_log {base}/error.log;
worker_processes 2;
load_module {module};
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    access_log off;
    client_body_temp_path {base}/body;
    proxy_temp_path {base}/proxy;
    fastcgi_temp_path {base}/fastcgi;
    uwsgi_temp_path {base}/uwsgi;
    scgi_temp_path {base}/scgi;
    include {base}/site.conf;
}}
"""
_ASK = """
local paths = {paths}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{["Accept-Encoding"] = "br, gzip"}})
end
done = function(summary, latency)
  local errors = summary.errors
  io.stderr:write(string.format(
    '{{"requests": %d, "seconds": %f, "failed": %d, "median_ms": %f, "p99_ms": %f}}',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


@dataclass(frozen=True)
class Load:
    """What a server did under load.

    Args:
        requests: answered.
        seconds: that it took.
        failed: requests without an answer, or with one that is an error.
        median_ms: of the time to an answer.
        p99_ms: that 99 of 100 answers kept within.
    """

    requests: int
    seconds: float
    failed: int
    median_ms: float
    p99_ms: float

    @property
    def rate(self) -> float:
        """How many requests a second."""
        return self.requests / self.seconds


@contextmanager
def nginx(site: Path, root: Path | None = None) -> Iterator[str]:
    """Serve a pressed site with ops/deploy/nginx.conf on a free port; give its root's address.

    Args:
        site: the folder.
        root: the folder that is served, if the site is in a folder of it.
    """
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        port = _free()
        text = CONFIGURATION.read_text("utf-8")
        here = {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "include /srv/site/": f"include {site}/",
            "root /srv/site;": f"root {root or site};",
        }
        for written, ours in here.items():
            if written not in text:
                raise ValueError(f"ops/deploy/nginx.conf has no {written}")
            text = text.replace(written, ours)
        (base / "site.conf").write_text(text, "utf-8")
        user = "user root;" if os.getuid() == 0 else ""
        main = _MAIN.format(user=user, base=base, module=finding.BROTLI)
        (base / "nginx.conf").write_text(main, "utf-8")
        command = [machine.where("nginx"), "-p", folder, "-c", str(base / "nginx.conf")]
        command += ["-e", str(base / "error.log")]
        # It returns when the server listens.
        started = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if started.returncode != 0:
            raise ValueError(f"nginx does not start: {started.stderr}")
        pid = int((base / "nginx.pid").read_text("utf-8"))
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            subprocess.run([*command, "-s", "stop"], capture_output=True, check=True)
            _ended(pid)


@contextmanager
def plain(site: Path) -> Iterator[str]:
    """Serve it with `python -m http.server`; give its address."""
    port = _free()
    command = [sys.executable, "-u", "-m", "http.server", "-b", "127.0.0.1", "-d", str(site)]
    with subprocess.Popen(
        [*command, str(port)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()  # says that it listens
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def load(address: str, paths: list[str], seconds: int) -> Load:
    """Ask for the paths in turn over 32 connections.

    Args:
        address: the server's, with a slash at its end.
        paths: each with a slash at its beginning.
        seconds: how long.
    """
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "ask.lua")
        listed = "{" + ", ".join(json.dumps(path) for path in paths) + "}"
        script.write_text(_ASK.format(paths=listed), "utf-8")
        done = subprocess.run(
            [
                machine.where("wrk"),
                "-t1",
                "-c32",
                f"-d{seconds}s",
                PATIENT,
                "-s",
                str(script),
                address,
            ],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    return Load(**json.loads(done.stderr))


def addresses(site: Path) -> list[str]:
    """Return the path of every page of a built site, as a browser asks for it."""
    folders = (path.parent.relative_to(site) for path in site.rglob("index.html"))
    return sorted("/" if str(f) == "." else f"/{f.as_posix()}/" for f in folders)


def longest(site: Path) -> str:
    """Return the path of the page with the most HTML, below the site's address."""
    page = max(site.rglob("index.html"), key=lambda path: path.stat().st_size)
    return f"{page.parent.relative_to(site).as_posix()}/"


def _free() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _ended(pid: int) -> None:
    """Wait until a process that is not our child has ended."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    select.select([watched], [], [], HANGS)
    os.close(watched)


def built() -> Path:
    """Return the folder of the site as `make build` makes it.

    Raises:
        SystemExit: if it is not there.
    """
    site = ROOT / "site"
    if not (site / ".nginx").is_dir():
        raise SystemExit("no pressed site in site/: type `make build`")
    return site
