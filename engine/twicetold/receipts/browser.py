"""Read what ran in a browser as a receipt like any other."""

from pathlib import Path

from twicetold.base.host import Host
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.model import Example
from twicetold.receipts import receipt, runnable
from twicetold.receipts.receipt import Entry, PageEntry, Receipt


def read(file: Path, project: Project) -> Receipt:
    """Return the receipt of the browser's run, with the pages that are still as they were.

    What does not run there is skipped, with the reason. Shell programs are not in it.

    Args:
        file: what the run in a browser wrote.
        project: the sources.
    """
    known = runnable.proven(file)
    (build,) = known.runtime.keys() - {"python", "sqlite", "made"}
    host = Host(
        runtime="browser",
        python=known.runtime["python"],
        free_threaded=False,
        sqlite=known.runtime["sqlite"],
        system=f"{build.capitalize()} {known.runtime[build]}",
        machine="wasm32",
    )
    kept = {}
    for each in ledger.read_all(project):
        tried = known.pages.get(each.key)
        if tried and tried.folder == receipt.folder(each):
            python = [e for e in each.examples if e.language == "python"]
            programs = {e.title: _entry(e, tried.verdicts[e.title]) for e in python}
            kept[each.key] = PageEntry(tried.folder, programs)
    return Receipt(host, None, False, known.runtime["made"], kept)


def _entry(example: Example, verdict: str) -> Entry:
    digest, once = receipt.shown(example), example.marks.once
    if verdict != runnable.PASSED:
        return Entry(digest, {}, "skipped", verdict)
    return Entry(digest, {}, "passed" if once else "passed twice", once)
