"""Time the build of the site, its growth, and an edit until it is served."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import yaml

from ops.bench.figures import Figure, medians
from ops.tools import looks, sources

ROOT = Path(__file__).parents[2]
SIZES = (50, 200, 1000)
ROUNDS = 3
QUIET = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def mkdocs(*arguments: str) -> list[str]:
    """Return the command that runs MkDocs under this interpreter."""
    return [sys.executable, "-m", "mkdocs", *arguments]


def timed(command: list[str], folder: Path) -> float:
    """Run a command in a folder and return the seconds it took.

    Raises:
        SystemExit: if it fails; the message is what it said.
    """
    began = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=QUIET, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - began


def grow(folder: Path, size: int) -> None:
    """Make sources with so many pages out of our own, as often as it takes.

    Args:
        folder: to put them in.
        size: how many pages.
    """
    sources.copy(folder)
    own = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "blog" not in path.parts]
    shutil.rmtree(folder / "docs")
    navigation: list[dict[str, list[str]]] = []
    for number in range(size):
        round_, place = divmod(number, len(own))
        name = own[place].relative_to(ROOT / "docs")
        target = folder / "docs" / f"part-{round_}" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(own[place], target)
        if place == 0:
            navigation.append({f"Part {round_}": []})
        next(iter(navigation[-1].values())).append(f"part-{round_}/{name.as_posix()}")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    settings = {
        "INHERIT": "mkdocs.yml",
        "nav": navigation,
        "plugins": ["search", "tags"],
        "validation": {"links": {"not_found": "info", "anchors": "info"}},
    }
    (folder / "grown.yml").write_text(yaml.safe_dump(settings), "utf-8")


@dataclass(frozen=True)
class Server:
    """A running `mkdocs serve`.

    Args:
        address: of the site.
        process: its identifier.
    """

    address: str
    process: int


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Run `mkdocs serve` on sources in a folder until the block ends."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = mkdocs("serve", "--dev-addr", f"127.0.0.1:{port}")
    with (folder / "serve.log").open("w") as log:
        # What it builds goes where it is removed with the sources.
        environment = QUIET | {"TMPDIR": str(folder)}
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/"
    try:
        shows(address, "<h1", 60)
        yield Server(address, server.pid)
    finally:
        # Not as by Ctrl-C, which a process in the background of a shell does not hear.
        server.terminate()
        server.wait()


def shows(address: str, text: str, limit: float) -> float:
    """Ask for a page until it shows a text; return the seconds that it took.

    Raises:
        TimeoutError: if it does not within the limit, in seconds.
    """
    began = time.perf_counter()
    while (taken := time.perf_counter() - began) < limit:
        try:
            with urllib.request.urlopen(address, timeout=limit) as answer:
                if text in answer.read().decode("utf-8"):
                    return time.perf_counter() - began
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{address} does not show {text!r} after {taken:.1f} s")


def edit(folder: Path, server: Server, kind: str, numbers: Iterator[int]) -> float:
    """Return the seconds from saving a page or a program until a reader gets it.

    Args:
        folder: with the sources.
        server: of them.
        kind: `page` or `program`.
        numbers: the next is that of the edit, which no other of that kind has.
    """
    number = next(numbers)
    path, token = {
        "page": (folder / "docs" / "sqlite" / "index.md", f"edit-{number}-of-it"),
        "program": (
            folder / "snippets" / "sqlite" / "index" / "save.py",
            f"edit_{number}_of_it",
        ),
    }[kind]
    path.write_text(path.read_text("utf-8") + f"\n{token}\n", "utf-8")
    return shows(f"{server.address}sqlite/", token, 60)


def figures() -> Iterator[Figure]:
    """Give the time of a build, of larger ones, and of an edit until it is served."""
    with tempfile.TemporaryDirectory() as name:
        command = mkdocs("build", "--strict", "--site-dir", str(Path(name) / "site"))
        theirs = looks.default_command(Path(name))
        both = {"ours": command, looks.LOOK: theirs}
        took = medians({who: partial(timed, each, ROOT) for who, each in both.items()}, ROUNDS)
    yield Figure("a strict build", took["ours"], "s", looks.LOOK, took[looks.LOOK])
    least = 0.0
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            grow(Path(name), size)
            taken = timed(mkdocs("build", "--config-file", "grown.yml"), Path(name))
        each = 1000 * taken / size
        least = least or each
        yield Figure(f"a page of {size}", each, "ms", f"one of {SIZES[0]}", least)
    with tempfile.TemporaryDirectory() as name:
        sources.copy(Path(name))
        with serving(Path(name)) as server:
            kinds = ("page", "program")
            edits = {kind: partial(edit, Path(name), server, kind, count(1)) for kind in kinds}
            for kind, seconds in medians(edits, 5).items():
                what = f"an edited {kind} until it is served"
                yield Figure(what, seconds, "s", "a build", took["ours"])
