"""Keep in which versions of the browsers' engines the site was tried, and tell of it."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from twicetold.base.project import Project

KINDS = {"checks": "checks above", "programs": "programs that have a Run button, each twice"}


def file(project: Project) -> Path:
    """Return the file that `make record` and `make browser` write.

    Args:
        project: the sources.
    """
    return project.root / "web" / "engines.json"


def known(project: Project) -> dict[str, dict[str, Any]]:
    """Return what passed, by kind and by the engine's name.

    Args:
        project: the sources.
    """
    read: dict[str, dict[str, Any]] = json.loads(file(project).read_text("utf-8"))
    return read


def record(
    project: Project, kind: str, name: str, version: str, passed: list[str] | int
) -> None:
    """Write down what an engine has just passed, in the place of what it passed before.

    Args:
        project: the sources.
        kind: a key of `KINDS`.
        name: the engine's.
        version: the engine's.
        passed: what it passed, or how many.
    """
    said = known(project)
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    said[kind][name] = {"version": version, "on": today, "passed": passed}
    text = json.dumps(said, indent=1, ensure_ascii=False, sort_keys=True)
    file(project).write_text(text + "\n", "utf-8", newline="\n")


def table(project: Project) -> str:
    """Return the checks, and which engine passed what and when, in Markdown.

    Args:
        project: the sources.
    """
    said = known(project)
    claims = dict.fromkeys(c for entry in said["checks"].values() for c in entry["passed"])
    passed: dict[tuple[str, str], dict[str, Any]] = {}
    for kind in KINDS:
        for name, entry in said[kind].items():
            count = entry["passed"] if kind == "programs" else len(entry["passed"])
            passed.setdefault((f"{name} {entry['version']}", entry["on"]), {})[kind] = count
    rows = [f"| engine | {' | '.join(KINDS.values())} | when |", "|---|---:|---:|---|"]
    for (engine, on), counts in passed.items():
        when = date.fromisoformat(on)
        cells = [str(counts.get(kind, "")) for kind in KINDS]
        rows.append(f"| {engine} | {' | '.join(cells)} | {when.day} {when:%B %Y} |")
    return "\n".join([*(f"- {claim}" for claim in claims), "", *rows]) + "\n"
