"""`make browser`: write which programs run in every browser, and what ran them there."""

import hashlib
import json
import re
import sys
from pathlib import Path

from guide import computed, engines
from ops.tools import machine, serving
from ops.tools.engines.opened import browsers
from twicetold.base import wanted as wanted_pages
from twicetold.base.host import Host
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.model import Page
from twicetold.receipts import receipt
from twicetold.receipts.receipt import PageEntry, Receipt
from web import in_browser
from web.in_browser import try_page

ROOT = Path(__file__).parent.parent
FILE = ROOT / "web" / "proven.json"  # a receipt like any other
RUNNER = ROOT / "web" / "proven.sha256"  # of what ran the programs then
PACKAGES = ROOT / "web" / "package.json"
MOVED = "If it moved, its old address belongs in guide/lists/redirects.toml."
# What runs a program: what a page is asked for, and all that a module of it names in turn, but
# what looks into files.
ASKED = ("client.js", "shown.js")
NAMED = re.compile(r"[\w-]+\.(?:js|py)\b")


def runner() -> str:
    """Return the digest of all that runs the programs of any page."""
    ours = {path.name: path for path in (ROOT / "web" / "src").rglob("*.*")}
    names = [*ASKED]
    for name in names:
        for found in NAMED.findall(ours[name].read_text("utf-8")):
            if found in ours and found not in names and found != "inspector.js":
                names.append(found)
    web = ROOT / "web"
    python = [
        web / "package-lock.json",
        web / "wheels.txt",
        *web.glob("build/repack.*"),
        *web.glob("dbm/*.py"),
    ]
    judge = Path(in_browser.__file__)
    whole = hashlib.sha256()
    for path in sorted([*(ours[name] for name in names), *python, judge]):
        whole.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def host(versions: dict[str, str]) -> Host:
    """Return where a browser runs programs, by the versions that it told."""
    system = f"Pyodide {json.loads(PACKAGES.read_text('utf-8'))['dependencies']['pyodide']}"
    return Host("browser", versions["python"], False, versions["sqlite"], system, "wasm32")


def main() -> None:
    """Try all pages, or those named, and write what ran; forget the pages that are gone."""
    machine.demand("chromium")
    project = Project(ROOT)
    known = receipt.read(FILE)
    said = dict(known.pages)
    pages = {e.key: e for e in ledger.read_all(project) if has_python(e)}
    wanted = [wanted_pages.plain(project, name) for name in sys.argv[1:]]
    if unknown := [k for k in wanted if k not in said and not project.page(k).is_file()]:
        sys.exit(wanted_pages.unknown(project, unknown))
    for key in known.pages.keys() - pages.keys():
        del said[key]
        print(f"{key} has no programs any more: taken off the list. {MOVED}")
    tried = [each for key, each in pages.items() if not wanted or key in wanted]
    where = known.host
    if tried:
        with browsers() as tabs, serving.serve(project.docs) as server:
            for tab in tabs.values():
                # any text will do, but no JSON: that Firefox shows in a page of its own
                tab.goto(f"{server.address}assets/site.css")
            for each in tried:
                base = f"{server.address}assets/run/"
                said[each.key], versions = try_page(tabs, base, each, said.get(each.key))
                where = host(versions)
                tell(each.key, said[each.key])
    made = receipt.now() if tried else known.made
    new = Receipt(where, None, False, made, dict(sorted(said.items())))
    receipt.write(new, FILE)
    if not wanted:
        RUNNER.write_text(f"{runner()}\n", "utf-8")
        count = new.count()
        passed = count["passed twice"] + count["passed"]
        for tab in tabs.values():
            engines.record(project, "programs", tab.title, tab.version, passed)
        computed.write(project)


def has_python(each: Page) -> bool:
    """Return whether a page has a program that could run in a browser."""
    return any(example.language == "python" for example in each.examples)


def tell(key: str, said: PageEntry) -> None:
    """Say what ran of a page, and why the rest did not."""
    others = {t: entry for t, entry in said.programs.items() if entry.verdict == "skipped"}
    print(f"{key}: {len(said.programs) - len(others)} of {len(said.programs)} run in a browser")
    for title, entry in others.items():
        print(f"  {title}: {entry.reason}")


if __name__ == "__main__":
    main()
