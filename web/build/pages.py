"""Say which programs run in a browser, and lay out what the browser needs of each page."""

import base64
import json
from pathlib import Path
from typing import Any

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.model import OUTPUT, Page
from twicetold.receipts import gather
from twicetold.receipts.gather import Standing
from twicetold.receipts.receipt import Receipt

PASSED = "passed"
SHELL = "a shell program"
UNPROVEN = "has not been tried in a browser as it is now"


def verdict(program: Standing) -> str:
    """Return what a program's bar is made by: `passed`, or why the program has no button.

    Args:
        program: what the browser's receipt says of it.
    """
    if program.example.language != "python":
        return SHELL
    if program.passed:
        return PASSED
    return program.verdicts[0][2] or UNPROVEN if program.verdicts else UNPROVEN


def files(page: Page) -> dict[str, Any]:
    """Return the files that a page's folder begins with: text, or base64 of other bytes.

    Args:
        page: the page.
    """
    found: dict[str, Any] = {}
    for file in page.files:
        if file.kind == OUTPUT:
            continue
        try:
            found[file.name] = file.data.decode("utf-8")
        except UnicodeDecodeError:
            found[file.name] = {"base64": base64.b64encode(file.data).decode()}
    return found


def lay_out(project: Project, known: Receipt, target: Path) -> None:
    """Write for each page with programs what its bars say, and its files.

    Args:
        project: whose pages.
        known: what ran in a browser.
        target: the folder to write `KEY.json` and `KEY.files.json` to.
    """
    runtime = {"python": known.host.python, "sqlite": known.host.sqlite}
    told = gather.keep(project, [known]).pages
    for page in ledger.read_all(project):
        if not page.examples:
            continue
        said = [
            {"name": each.example.name, "sha256": each.sha256, "verdict": verdict(each)}
            for each in told[page.key]
        ]
        path = target / f"{page.key}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, {"runtime": runtime, "programs": said})
        _write(target / f"{page.key}.files.json", files(page))


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
