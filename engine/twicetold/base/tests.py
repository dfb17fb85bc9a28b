"""Run the programs of pages as tests, in a process of pytest."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from twicetold.base.project import Project


def run(
    project: Project,
    pages: Sequence[str] = (),
    options: Sequence[str] = (),
    python: Path = Path(sys.executable),
) -> int:
    """Run pytest on pages, on all processors where pytest-xdist is; return its exit status.

    Args:
        project: the sources.
        pages: their files, as messages show them; all pages if there are none.
        options: more options of pytest.
        python: the interpreter.
    """
    asked = subprocess.run([python, "-c", "import xdist"], capture_output=True, check=False)
    spread = ["-n", "auto"] if asked.returncode == 0 else []
    places = pages or [project.settings.pages]
    command = [str(python), "-m", "pytest", "-q", *spread, *options, *places]
    return subprocess.run(command, cwd=project.root, check=False).returncode


def recorded(project: Project) -> list[str]:
    """Return the options with which pytest writes a receipt."""
    return ["--receipt", project.settings.receipts]
