"""Say which programs run in a browser, and lay out what the browser needs of each page."""

import base64
import json
from pathlib import Path
from typing import Any

from twicetold.base.project import Project
from twicetold.read import snippet
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


def files(project: Project, key: str) -> dict[str, Any]:
    """Return the files that a page's folder begins with: text, or base64 of other bytes.

    Args:
        project: where the snippets are.
        key: the page.
    """
    source = project.snippets / key
    found: dict[str, Any] = {}
    for file in project.files(key):
        if file.suffix == ".out":
            continue
        name = file.relative_to(source).as_posix()
        if file.suffix in {".py", ".sh"}:
            found[name] = snippet.read(file, project.name(file)).text
            continue
        data = file.read_bytes()
        try:
            found[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            found[name] = {"base64": base64.b64encode(data).decode()}
    return found


def lay_out(project: Project, known: Receipt, target: Path) -> None:
    """Write for each page with programs what its bars say, and its files.

    Args:
        project: whose pages.
        known: what ran in a browser.
        target: the folder to write `KEY.json` and `KEY.files.json` to.
    """
    runtime = {"python": known.host.python, "sqlite": known.host.sqlite}
    for key, programs in gather.keep(project, [known]).pages.items():
        said = [
            {"name": each.example.name, "sha256": each.sha256, "verdict": verdict(each)}
            for each in programs
        ]
        path = target / f"{key}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, {"runtime": runtime, "programs": said})
        _write(target / f"{key}.files.json", files(project, key))


def _write(path: Path, data: Any) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
