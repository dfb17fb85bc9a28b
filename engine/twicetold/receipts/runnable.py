"""Say which programs run in a browser, and lay out what the browser needs of each page."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read.model import OUTPUT, Page
from twicetold.receipts import receipt

PASSED = "passed"
SHELL = "a shell program"
UNPROVEN = "has not been tried in a browser as it is now"


@dataclass(frozen=True)
class Tried:
    """What became of one page in a browser.

    Args:
        folder: the digest of all that its verdicts depend on.
        verdicts: by a program's title.
    """

    folder: str
    verdicts: dict[str, str]


@dataclass(frozen=True)
class Proven:
    """What the run in a browser wrote down.

    Args:
        runtime: the versions of the build for the browser, of Python and of SQLite.
        pages: by key.
    """

    runtime: dict[str, str]
    pages: dict[str, Tried]


def proven(file: Path) -> Proven:
    """Read what ran in a browser; a page in an older form counts as not tried.

    Args:
        file: what the run in a browser wrote.

    Raises:
        ValueError: if it is not JSON.
    """
    said = json.loads(file.read_text("utf-8"))
    pages = {
        key: Tried(each["folder"], {e["program"]: e["verdict"] for e in each["programs"]})
        for key, each in said["pages"].items()
        if isinstance(each, dict)
    }
    return Proven(said["runtime"], pages)


def programs(page: Page, known: Proven) -> list[dict[str, str]]:
    """Return each program of a page with its hash and its verdict in the browser.

    Args:
        page: the page.
        known: what ran there.
    """
    tried = known.pages.get(page.key, Tried("", {}))
    true = tried.folder == receipt.folder(page)
    found = []
    for example in page.examples:
        verdict = tried.verdicts.get(example.title, UNPROVEN) if true else UNPROVEN
        verdict = verdict if example.language == "python" else SHELL
        digest = receipt.shown(example)
        found.append({"name": example.name, "sha256": digest, "verdict": verdict})
    return found


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


def lay_out(project: Project, known: Proven, target: Path) -> None:
    """Write for each page with programs what its bars say, and its files.

    Args:
        project: whose pages.
        known: what ran in a browser.
        target: the folder to write `KEY.json` and `KEY.files.json` to.
    """
    for page in ledger.read_all(project):
        if not page.examples:
            continue
        path = target / f"{page.key}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        tried = programs(page, known)
        _write(path, {"runtime": known.runtime, "programs": tried})
        _write(target / f"{page.key}.files.json", files(page))


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
