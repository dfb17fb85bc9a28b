"""Find the pages below a folder, read them, and run them side by side."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from pathlib import Path

from twicetold.base import extra, names
from twicetold.foreign import forks, play, sort
from twicetold.foreign.model import Foreign
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
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        pages = list(pool.map(lambda path: read(path, root), paths))
        with closing(forks.Warm(pages)) as warm:
            how = play.How(limit, runs, network, warm.run)
            played = [pool.submit(play.play, page, how) for page in pages]
            try:
                for each in played:
                    each.result()
            except BaseException:  # it is interrupted
                how.ended.set()
                pool.shutdown(wait=False, cancel_futures=True)
                begun = [each for each in played if not each.cancelled()]  # others never are
                while wait(begun, POLL).not_done:
                    warm.kill()
                raise
        return pages
