"""Find the pages below a folder, read them, and run them side by side."""

import os
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from twicetold.base import extra, names
from twicetold.foreign import play, sort
from twicetold.foreign.model import Foreign
from twicetold.run import cold
from twicetold.run.patience import POLL

_NOT_OURS = {"node_modules", "site", "_build", "site-packages"}


def below(places: Iterable[Path]) -> list[Path]:
    """Return the pages among files, and below folders.

    Args:
        places: files and folders.
    """
    found: dict[Path, None] = {}
    for place in places:
        inside = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in inside:
            if is_page(path, place) and path.is_file():
                found[path] = None
    return list(found)


def is_page(path: Path, place: Path) -> bool:
    """Return whether a file is a page, by its ending, and in no folder that tools fill.

    Args:
        path: of the file.
        place: that or a folder above it, from which it was found.
    """
    parts = path.relative_to(place).parts
    hidden = any(part.startswith(".") or part in _NOT_OURS for part in parts)
    return path.suffix.lower() in names.PAGES and not hidden


def read(path: Path, root: Path) -> Foreign:
    """Return a page as it was read.

    Args:
        path: of the page.
        root: the folder from which messages name it.
    """
    name = path.relative_to(root) if path.is_relative_to(root) else path
    return sort.read(name.as_posix(), path.read_text("utf-8", "replace"), path.parent)


def run(
    paths: list[Path], root: Path, limit: float = 20, runs: int = 2, network: bool = False
) -> list[Foreign]:
    """Read pages and run them, as many at once as there are processors.

    Args:
        paths: of the pages.
        root: the folder from which messages name them.
        limit: the seconds that the fences of one process may take.
        runs: how often each page is run.
        network: whether programs may reach other machines.
    """
    extra.load("markdown_it", "run")

    ended = threading.Event()

    def one(path: Path) -> Foreign:
        page = read(path, root)
        if any(block.runs for block in page.blocks):
            play.play(page, limit, runs, network, ended)
        return page

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        pages = [pool.submit(one, path) for path in paths]
        try:
            return [page.result() for page in pages]
        except BaseException:  # it is interrupted
            ended.set()
            pool.shutdown(wait=False, cancel_futures=True)
            begun = [page for page in pages if not page.cancelled()]  # others are never "done"
            while wait(begun, POLL).not_done:
                cold.kill_running()
            raise
