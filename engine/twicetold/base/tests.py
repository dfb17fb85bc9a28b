"""Run the programs of pages as tests, in a process of pytest."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from twicetold.base.project import Project

FEW = 4  # pages that run sooner than workers for them start


def run(
    project: Project,
    pages: Sequence[str] = (),
    options: Sequence[str] = (),
    python: Path = Path(sys.executable),
) -> int:
    """Run pytest on pages, many of them on all processors; return its exit status.

    Args:
        project: the sources.
        pages: their files, as messages show them; all pages if there are none.
        options: more options of pytest.
        python: the interpreter.
    """
    spread = ["-n", "auto"] if not 0 < len(pages) <= FEW and _has_xdist(python) else []
    places = pages or [project.settings.pages]
    root = ["--rootdir", str(project.root)]  # else one that a folder above configures
    command = [str(python), "-m", "pytest", "-q", *root, *spread, *options, *places]
    return subprocess.run(command, cwd=project.root, check=False).returncode


def _has_xdist(python: Path) -> bool:
    asked = subprocess.run([python, "-c", "import xdist"], capture_output=True, check=False)
    return asked.returncode == 0


def recorded(project: Project) -> list[str]:
    """Return the options with which pytest writes a receipt."""
    return ["--receipt", project.settings.receipts]
