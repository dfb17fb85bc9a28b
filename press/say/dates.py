"""When a page was last changed, as the history tells."""

import subprocess
from datetime import datetime
from pathlib import PurePosixPath

from twicetold.base.project import Project


def changed(project: Project) -> dict[str, datetime]:
    """Return the last change of each page or its programs, by key; nothing without a history.

    Args:
        project: the sources; a shallow copy of its history tells no dates.
    """
    shallow = _git(project, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() == "true":
        return {}
    command = ("log", "--relative", "-z", "--format=%x00%cI", "--name-only")
    log = _git(project, *command, "--", "docs", "snippets") or ""
    dates: dict[str, datetime] = {}
    for commit in f"\0{log}".split("\0\0")[1:]:
        when, *paths = commit.split("\0")
        for path in paths:
            key = _page(project, PurePosixPath(path.removeprefix("\n")))
            if key is not None:
                dates.setdefault(key, datetime.fromisoformat(when))
    return dates


def _page(project: Project, path: PurePosixPath) -> str | None:
    """Return the key of the page that a source belongs to: its text, or in its folder."""
    top, *names = path.parts or ("",)
    inside = PurePosixPath(*names)
    if top == "docs":
        return inside.with_suffix("").as_posix() if inside.suffix == ".md" else None
    folders = (each.as_posix() for each in inside.parents)
    return next((each for each in folders if project.page(each).is_file()), None)


def _git(project: Project, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(project.root), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
