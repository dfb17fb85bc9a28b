"""Publish the site of one page, as `make build` does."""

import json
import subprocess
from pathlib import Path
from typing import Any

from toy_site import build, run
from twicetold.base.project import Project
from twicetold.receipts import gather, hold

NOT_NOW = "<!--pytest.mark.skipif(True, reason='for another day')-->\n"


def publish_it(notes: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Do what `make build` does with the site of one page."""
    done = run(notes, "twicetold.cli", "prove")
    if done.returncode == 0:
        build(notes)
        done = run(notes, "twicetold.cli", "hold", *options)
    return done


def built(notes: Path) -> Path:
    """Publish the site of one page and return the built page."""
    done = publish_it(notes)
    assert done.returncode == 0, done.stdout + done.stderr
    return notes / "site" / "notes" / "index.html"


def published(notes: Path) -> tuple[Path, dict[str, Any]]:
    """Publish the site of one page and return its receipt: the file, and what it says."""
    built(notes)
    (path,) = (notes / "receipts").glob("*.json")
    return path, json.loads(path.read_text("utf-8"))


def edit(notes: Path, before: str, after: str) -> None:
    """Change the page."""
    page = notes / "docs" / "notes.md"
    text = page.read_text("utf-8")
    assert before in text
    page.write_text(text.replace(before, after, 1), "utf-8")


def refusal(notes: Path) -> str:
    """Hold the built site to the receipts once more and return what is refused."""
    project = Project(notes)
    faults = hold.unproven(project, gather.gather(project), project.site, complete=False)
    return "\n".join(map(str, faults))
