"""The site with all that its pages can show: run bars, and a receipt of every program."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page

from press.pack import compress
from twicetold.base import host
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.receipts import gather, receipt
from twicetold.receipts.receipt import Entry, PageEntry, Receipt

# Once each program has its mark, and the bars and the tables of receipts are there.
READY = """
() => {
  const programs = document.querySelectorAll("article div:is(.language-python, .language-sh)");
  const marks = document.querySelectorAll("proven-mark:not(:empty)");
  const bars = document.querySelectorAll("pdp-run:not(:empty)");
  const titled = document.querySelectorAll("article div.language-python:has(> .filename)");
  if (document.querySelector("[data-proven] > p:only-child")) return false;
  return marks.length >= programs.length && (titled.length === 0 || bars.length > 0);
}
"""
# The tables of receipts come with the receipts: what follows them is below the window anyway.
PLACES = """
() => [
  ...document.querySelectorAll("article > :not(pdp-run, pdp-page, [data-proven] ~ *)")
].map(each => [each.textContent.trim().slice(0, 40), each.getBoundingClientRect().top])
"""
MOVED = """
async () => {
  const seen = [];
  new PerformanceObserver(list => seen.push(...list.getEntries()))
    .observe({ type: "layout-shift", buffered: true });
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  const tell = ({ node, previousRect, currentRect }) =>
    `${(node?.parentElement?.closest("[id]") ?? node)?.id}: ${node?.nodeName} ` +
    `${node?.textContent.trim().slice(0, 30)}: ${box(previousRect)} -> ${box(currentRect)}`;
  return seen.map(each => [each.value, each.sources.map(tell)]);
}
"""


def passed_everywhere(project: Project) -> list[Receipt]:
    """Return the receipts of three hosts on which every program passed twice."""
    pages = {}
    for each in ledger.read_all(project):
        if each.examples:
            entries = {
                e.title: Entry(receipt.digest_of(e), {}, "passed twice") for e in each.examples
            }
            pages[each.key] = PageEntry(receipt.fingerprint(each), entries)
    first = replace(host.this(), python="3.12.1", sqlite="3.40.1", free_threaded=False)
    second = replace(first, python="3.14.0", sqlite="3.50.4", free_threaded=True)
    third = replace(first, runtime="browser", sqlite="3.39.0")
    return [
        Receipt(first, "0" * 40, False, "2026-11-20T09:30:00Z", pages),
        Receipt(second, "0" * 40, False, "2026-11-22T09:30:00Z", pages),
        Receipt(third, None, False, "2026-11-21T09:30:00Z", pages),
    ]


def copy(project: Project, site: Path, folder: Path) -> None:
    """Copy the built site, with receipts that tell of every program."""
    shutil.copytree(site, folder, copy_function=os.link)
    known = gather.compact(gather.keep(project, passed_everywhere(project)))
    file = folder / "assets" / "proven" / "receipts.json"
    put(file, json.dumps(known))
    compress.copies(file, project.root / ".cache" / "press", quality=5)


def put(path: Path, text: str) -> None:
    """Replace a file, not the one that it may be linked to, and its packed copies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for ending in ("", ".br", ".gz"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    path.write_text(text, "utf-8")


def visit(page: Page, address: str) -> None:
    """Open a page of the site and wait for all that its modules put there."""
    page.goto(address)
    page.wait_for_function(READY)


def moved(page: Page) -> list[tuple[float, list[str]]]:
    """Return by how much the layout has shifted since a page was opened, and what did."""
    shifts: list[tuple[float, list[str]]] = page.evaluate(MOVED)
    return shifts


def places(page: Page) -> list[tuple[int, str, float]]:
    """Return where each part of a page begins: at a width, its text, how far down."""
    found = []
    for width in (1280, 500, 390, 360, 320):
        page.set_viewport_size({"width": width, "height": 844})
        found += [(width, text, top) for text, top in page.evaluate(PLACES)]
    page.set_viewport_size({"width": 1280, "height": 844})
    return found
