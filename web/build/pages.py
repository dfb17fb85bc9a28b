"""Say which programs run in a browser, and lay out what the browser needs of each page."""

import base64
import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.model import OUTPUT, Example, Page
from twicetold.receipts import gather
from twicetold.receipts.gather import Known
from twicetold.receipts.receipt import Receipt

PASSED = "passed"
MODULE = "module"
SHELL = "a shell program"
_LINE = re.compile(r"python [\w/]+\.py(?: [\w./-]+)*")
UNPROVEN = "has not been tried in a browser as it is now"


def commands(example: Example) -> list[list[str]]:
    """Return the Python programs that an example runs, in order, each with its arguments.

    That is the example itself, or what the lines of a shell program name, if they do no more.
    """
    if example.language == "python":
        return [[example.name]]
    lines = example.source.text.splitlines()
    return [line.split()[1:] for line in lines] if all(map(_LINE.fullmatch, lines)) else []


def verdict(program: Known) -> str:
    """Return what a program's bar is made by: `passed`, or why the program has no button.

    Args:
        program: what the browser's receipt says of it.
    """
    if not commands(program.example):
        return SHELL
    if program.passed:
        return PASSED
    return program.verdicts[0][2] or UNPROVEN if program.verdicts else UNPROVEN


def is_module(example: Example, page: Page) -> bool:
    """Return whether a program prints nothing and another of its page imports it."""
    path = PurePosixPath(example.name)
    name = path.parent.name if path.stem == "__init__" else path.stem
    imported = re.compile(rf"^[ \t]*(?:import|from) {re.escape(name)}\b", re.MULTILINE)
    others = (each for each in page.examples if each.name != example.name)
    return example.output is None and any(imported.search(each.source.text) for each in others)


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
        said = []
        for each in told[page.key]:
            found = verdict(each)
            if found == PASSED and is_module(each.example, page):
                found = MODULE
            entry = {"name": each.example.name, "sha256": each.sha256, "verdict": found}
            runs = commands(each.example)
            said.append(entry if runs in ([], [[entry["name"]]]) else entry | {"runs": runs})
        path = target / f"{page.key}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, {"runtime": runtime, "programs": said})
        _write(target / f"{page.key}.files.json", files(page))


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
