"""Run the programs of pages as tests of pytest."""

import contextlib
import importlib.util
import subprocess
from collections.abc import Sequence
from pathlib import Path

from twicetold.base.project import Project

FEW = 4  # pages that run sooner than workers for them start


def run(
    project: Project,
    pages: Sequence[str] = (),
    options: Sequence[str] = (),
    python: Path | None = None,
) -> int:
    """Run pytest on pages, many of them on all processors; return its exit status.

    Args:
        project: the sources.
        pages: their files, as messages show them; all pages if there are none.
        options: more options of pytest.
        python: another interpreter than this one, in a process of its own.
    """
    few = 0 < len(pages) <= FEW
    root = ["--rootdir", str(project.root)]  # else one that a folder above configures
    places = pages or [project.settings.pages]
    command = ["-q", *root, *options, *places]
    spread = ["-n", "auto"]
    if python is not None:
        asked = subprocess.run([python, "-c", "import xdist"], capture_output=True, check=False)
        spread = [] if few or asked.returncode else spread
        command = [str(python), "-m", "pytest", *spread, *command]
        return subprocess.run(command, cwd=project.root, check=False).returncode
    import pytest  # here, as its start takes longer than most of what does not need it

    spread = [] if few or not importlib.util.find_spec("xdist") else spread
    with contextlib.chdir(project.root):
        # The engine is imported already, so that pytest could not rewrite it, and would warn.
        return int(pytest.main(["--assert=plain", *spread, *command]))


def recorded(project: Project) -> list[str]:
    """Return the options with which pytest writes a receipt."""
    return ["--receipt", project.settings.receipts]
