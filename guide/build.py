"""Build the site as it is published."""

import os
import subprocess
import sys
from pathlib import Path

from twicetold.base.project import Project


class BuildError(Exception):
    """The site can't be built; the message is what MkDocs said."""


def build(project: Project, target: Path) -> str:
    """Build the site strictly and return what MkDocs said.

    Args:
        project: whose mkdocs.yml to use.
        target: the folder to build into; what is in it is removed.

    Raises:
        BuildError: if MkDocs has a warning or an error.
    """
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mkdocs", "build", "--strict"),
            *("--config-file", str(project.config_file)),
            *("--site-dir", str(target)),
        ],
        cwd=project.root,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise BuildError(done.stdout)
    return done.stdout
