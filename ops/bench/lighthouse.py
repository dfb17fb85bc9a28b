"""Lighthouse on three pages of ours, the theme's default look and a page of Python's own."""

import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ops.bench.figures import Figure
from ops.tools import looks, served
from ops.tools.lighthouse import look, pages
from press.pack import compress
from press.site import Site
from twicetold.base.project import Project

ROOT = Path(__file__).parents[2]
PYTHONS = Path("/usr/share/doc/python3/html")
_SQLITE = "library/sqlite3.html"
DEVICES = {True: "desktop", False: "phone"}
# On a phone each millisecond of this machine, and of what it does beside, counts fourfold.
SLACK = {True: 1.05, False: 1.2}
ROUNDS = 3


def to_be_served(folder: Path) -> None:
    """Make of any folder what ops/deploy/nginx.conf serves as it serves our site: compressed.

    Args:
        folder: with HTML files.
    """
    (folder / ".nginx").mkdir()
    for name in ("headers.conf", "redirects.conf"):
        (folder / ".nginx" / name).touch()
    compress.press(Site(folder, Project(ROOT), ROOT / ".cache" / "press", quality=5))


def figures() -> Iterator[Figure]:
    """Give the performance of three pages, beside the theme's default look, and Python's own.

    Raises:
        SystemExit: if a page does not pass what is no question of time.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "site")
        looks.default_look(folder)
        theirs = {desktop: of(folder, "sqlite/", desktop) for desktop in DEVICES}
    faults: set[str] = set()
    with served.nginx(served.built()) as address:
        for name, path in pages(served.built()).items():
            for desktop, device in DEVICES.items():
                seen = [look(address + path, desktop) for _ in range(ROUNDS)]
                faults.update(f"{name}, {device}: {f}" for each in seen for f in each.faults)
                score = statistics.median(each.scores["performance"] for each in seen)
                named = f"Lighthouse's performance, {name}, {device}"
                beside, slack = theirs[desktop], SLACK[desktop]
                yield Figure(named, score, "", looks.LOOK, beside, more=True, slack=slack)
    if PYTHONS.is_dir():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shutil.copytree(PYTHONS / "_static", folder / "_static")
            (folder / "library").mkdir()
            shutil.copyfile(PYTHONS / _SQLITE, folder / _SQLITE)
            for desktop, device in DEVICES.items():
                score = of(folder, _SQLITE, desktop)
                yield Figure(f"Lighthouse's performance, python3-doc, {device}", score, "")
    if faults:
        raise SystemExit("\n".join(sorted(faults)))


def of(folder: Path, path: str, desktop: bool) -> float:
    """Return the performance of a page that is not ours, served as ours are.

    Args:
        folder: with the page and what it needs.
        path: of the page.
        desktop: as on one, or else as on a slow phone.
    """
    if not (folder / ".nginx").is_dir():
        to_be_served(folder)
    with served.nginx(folder) as address:
        scores = [look(address + path, desktop).scores["performance"] for _ in range(ROUNDS)]
    return statistics.median(scores)
