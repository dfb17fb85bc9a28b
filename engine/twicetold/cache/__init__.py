"""Page in, whether it needs to be run: what a green run has seen, held to what is there now."""

import os
from typing import TYPE_CHECKING

from twicetold.base.project import Project

if TYPE_CHECKING:
    from twicetold.cache.memory import Memory


def of(project: Project) -> "Memory | None":
    """Return what is known of a project's green pages; None where nothing may be believed.

    Args:
        project: the sources.
    """
    if project.is_foreign or os.environ.get("CI") or os.name != "posix":
        return None
    from twicetold.cache.memory import Memory  # here, as it needs a system of Unix

    return Memory(project)
