"""Time the build of the site, its growth, and an edit until it is served."""

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
SOURCES = ("docs", "hooks", "includes", "overrides", "snippets")
SIZES = (50, 200, 1000)
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


def copy(folder: Path) -> None:
    """Copy the sources of the site into a folder."""
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name)


def grow(folder: Path, size: int) -> None:
    """Make sources with so many pages out of our own, as often as it takes.

    Args:
        folder: to put them in.
        size: how many pages.
    """
    copy(folder)
    own = [path for path in sorted((ROOT / "docs").rglob("*.md")) if "blog" not in path.parts]
    shutil.rmtree(folder / "docs")
    navigation = []
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


def edits(rounds: int) -> dict[str, list[float]]:
    """Return the seconds from saving a page, and a program, until a reader gets it."""
    found: dict[str, list[float]] = {"page": [], "program": []}
    with tempfile.TemporaryDirectory() as name:
        copy(Path(name))
        with serving(Path(name)) as server:
            for number in range(rounds):
                for kind, seconds in found.items():
                    seconds.append(edit(Path(name), server, kind, number))
    return found


def edit(folder: Path, server: Server, kind: str, number: int) -> float:
    """Return the seconds from saving a page or a program until a reader gets it.

    Args:
        folder: with the sources.
        server: of them.
        kind: `page` or `program`.
        number: of the edit, which no other of that kind has.
    """
    path, token = {
        "page": (folder / "docs" / "sqlite" / "index.md", f"edit-{number}-of-it"),
        "program": (
            folder / "snippets" / "sqlite" / "index" / "save.py",
            f"edit_{number}_of_it",
        ),
    }[kind]
    path.write_text(path.read_text("utf-8") + f"\n{token}\n", "utf-8")
    return shows(f"{server.address}sqlite/", token, 60)


def main() -> None:
    """Print the figures; fail past the budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        target = str(Path(name) / "site")
        command = mkdocs("build", "--strict", "--site-dir", target)
        now = statistics.median(timed(command, ROOT) for _ in range(3))
        pages = len(list((ROOT / "docs").rglob("*.md")))
        print(f"the site, {pages} pages: {now:.2f} s, {1000 * now / pages:.0f} ms a page")
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as name:
            grow(Path(name), size)
            taken = timed(mkdocs("build", "--config-file", "grown.yml"), Path(name))
        print(f"{size} pages: {taken:.2f} s, {1000 * taken / size:.0f} ms a page")
    budget = tomllib.loads((ROOT / "budgets.toml").read_text("utf-8"))["edit"]["seconds"]
    late = False
    for kind, seconds in edits(5).items():
        middle = statistics.median(seconds)
        late |= middle > budget
        print(f"a saved {kind} is served after {middle:.2f} s (slowest {max(seconds):.2f} s)")
    if late:
        sys.exit(f"slower than the budget of {budget} s")


if __name__ == "__main__":
    main()
