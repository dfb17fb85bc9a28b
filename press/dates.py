"""When a page was last changed, as the history tells."""

import subprocess
from datetime import datetime

from proof.project import Project


def changed(project: Project) -> dict[str, datetime]:
    """Return the last change of each page or its programs, by key; nothing without a history.

    Args:
        project: the sources; a shallow copy of its history tells no dates.
    """
    shallow = _git(project, "rev-parse", "--is-shallow-repository")
    if shallow is None or shallow.strip() == "true":
        return {}
    log = _git(project, "log", "--format=%x00%cI", "--name-only", "--", "docs", "snippets")
    dates: dict[str, datetime] = {}
    when = datetime.min
    for line in (log or "").splitlines():
        folder, _, rest = line.partition("/")
        if line.startswith("\0"):
            when = datetime.fromisoformat(line[1:])
        elif folder == "docs" and rest.endswith(".md"):
            dates.setdefault(rest.removesuffix(".md"), when)
        elif folder == "snippets":
            dates.setdefault(rest.rpartition("/")[0], when)
    return dates


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
