"""Digests of all that the verdict of a test depends on, in a browser or of code alone."""

import os
import platform
import re
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

from ops.tools import machine

ROOT = Path(__file__).parents[2]
# What follows from all pages together, or from what ran on this machine; `shared` needs none.
FOLLOWS = re.compile(
    r"assets/(?:run/pages|cards)/|assets/(?:proven/receipts\.json|badge\.svg|screenshot\.png)"
    r"|search/|(?:sw\.js|feed\.json|llms\.txt)$|.*\.(?:html|md|zip|br|gz|xml|map)$"
)
# What is made of sources, or written down by the tests themselves.
MADE = re.compile(
    r"__pycache__|.*\.egg-info|node_modules|installed|\..*|unchanged\.json|engines\.(?:json|md)"
)
OF_ALL = {"offline.zip", "programs.zip"}  # beside the first page, whose own is index.zip
WRITTEN = "how-tested"  # the page that shows it
ELSEWHERE = "//nav | //*[contains(@class, 'md-footer__link')]"
# Tests that look at all pages, and the sources that they depend on beside their own.
WHOLE = {
    "tests/browser/test_no_script.py": (),
    "tests/browser/test_proven.py": ("engine", "guide", "press"),
    "tests/browser/test_search.py": ("docs/**/*.md", "guide", "press", "theme"),
    "tests/browser/test_steady.py": (),
}
# Tools that are not in the digest of sources: what needs one is a test that says so, and is
# skipped without it. So what passed counts before `make test` has installed them, too.
UNSEEN = {"beyond", "chromium", "firefox", "java", "nginx", "webkit", "wrk"}
ADDRESS = re.compile(r"[\"'/]((?:[a-z-]+/)+|(?:[a-z-]+/)+[a-z-]+)(?=[\"'#?])")


@cache
def shared(site: Path) -> bytes:
    """Return the digest of what every page of the site is given: styles, scripts, and Python.

    Args:
        site: its folder, as it is served.
    """
    whole = sha256()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not FOLLOWS.match(name):
            whole.update(f"{name}\0".encode() + sha256(path.read_bytes()).digest())
    return whole.digest()


@cache
def page(site: Path, address: str) -> bytes:
    """Return the digest of one page, without what it says of the others.

    Args:
        site: its folder, as it is served.
        address: the page's, without a slash at its end.
    """
    import lxml.html  # here, as each run of pytest loads this file, also without lxml

    tree = lxml.html.fromstring((site / address / "index.html").read_bytes())
    for each in tree.xpath(ELSEWHERE):
        each.drop_tree()
    whole = sha256(lxml.html.tostring(tree))
    for each in sorted((site / address).glob("*.zip")):
        if each.name not in OF_ALL:
            whole.update(each.read_bytes())
    programs = site / "assets" / "run" / "pages"
    for start in (address, f"{address}/index"):
        for end in (".json", ".files.json"):
            if (file := programs / f"{start.strip('/')}{end}").is_file():
                whole.update(file.read_bytes())
    return whole.digest()


@cache
def code(names: tuple[str, ...]) -> str:
    """Return the digest of sources, and of the machine that runs them.

    Args:
        names: folders and files, as patterns from the folder of the project.
    """
    whole = sha256(repr(_machine()).encode())
    for name in names:
        for path in sorted(each for found in ROOT.glob(name) for each in _files(found)):
            whole.update(f"{path.relative_to(ROOT).as_posix()}\0".encode() + _hash(path))
    return whole.hexdigest()


@cache
def _machine() -> tuple[object, ...]:
    """Return what a test can see of a machine: system, Python, rights, and tools."""
    user = os.geteuid() == 0 if hasattr(os, "geteuid") else None
    lacks = machine.missing(machine.TOOLS.keys() - UNSEEN)
    return sys.version, platform.machine(), sys.platform, user, sorted(lacks)


def _files(place: Path) -> list[Path]:
    """Return a file, or the files below a folder that nothing has made."""
    found = [place] if place.is_file() else []
    for folder, folders, files in os.walk(place):
        folders[:] = [name for name in folders if not MADE.fullmatch(name)]
        found += [Path(folder, name) for name in files if not MADE.fullmatch(name)]
    return found


@cache
def _hash(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()


def forget() -> None:
    """Forget what was read, as a new run of the tests would."""
    for each in (shared, page, code, _hash, _machine):
        each.cache_clear()


def digest(site: Path, known: str) -> str:
    """Return the digest of all that the verdict of a test in a browser depends on.

    Args:
        site: its folder, as it is served.
        known: the test's key.
    """
    name, _, parameter = known.partition("::")
    file = ROOT / name
    beside = (path for path in file.parent.glob("*.py") if not path.name.startswith("test_"))
    helpers = [
        path for name in ("tests/support", "ops/tools") for path in (ROOT / name).rglob("*.py")
    ]
    texts = [path.read_text("utf-8") for path in (file, *sorted(beside), *sorted(helpers))]
    whole = sha256(shared(site))
    for text in texts:
        whole.update(text.encode())
    named = {found.strip("/") for text in texts for found in ADDRESS.findall(text)}
    if parameter:
        named.add(parameter.partition("[")[2].strip("/]"))
    if name in WHOLE:
        whole.update(code(WHOLE[name]).encode())
        named = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
        named.discard(WRITTEN)
    for address in sorted(named):
        if (site / address / "index.html").is_file():
            whole.update(page(site, address))
    return whole.hexdigest()
