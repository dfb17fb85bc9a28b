"""Read what ran in a browser as a receipt like any other."""

import json
from pathlib import Path

from proof import ledger, receipt
from proof.host import Host
from proof.project import Project
from proof.receipt import Entry, PageEntry, Receipt


def read(file: Path, project: Project) -> Receipt:
    """Return the receipt of the browser's run, with the pages that are still as they were.

    What does not run there is skipped, with the reason. Shell programs are not in it.

    Args:
        file: web/proven.json, which `make browser` writes.
        project: the sources.
    """
    said = json.loads(file.read_text("utf-8"))
    runtime = said["runtime"]
    host = Host(
        runtime="browser",
        python=runtime["python"],
        free_threaded=False,
        sqlite=runtime["sqlite"],
        system=f"Pyodide {runtime['pyodide']}",
        machine="wasm32",
    )
    pages = {each.key: each for each in ledger.read_all(project)}
    kept = {}
    for key, entries in said["pages"].items():
        each = pages.get(key)
        python = [e for e in each.examples if e.language == "python"] if each else []
        if each and [receipt.shown(e) for e in python] == [e["sha256"] for e in entries]:
            programs = {
                example.title: _entry(entry, once=example.marks.once)
                for example, entry in zip(python, entries, strict=True)
            }
            kept[key] = PageEntry(receipt.folder(project, each), programs)
    return Receipt(host, None, False, runtime["made"], kept)


def _entry(entry: dict[str, str], once: str | None) -> Entry:
    if entry["verdict"] != "passed":
        return Entry(entry["sha256"], {}, "skipped", entry["verdict"])
    return Entry(entry["sha256"], {}, "passed" if once else "passed twice", once)
