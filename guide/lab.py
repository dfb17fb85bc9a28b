"""Hand the programs of the page on power loss to the page on testing, as readers get them."""

import zipfile
from pathlib import Path

from press.pack import archives
from twicetold.base.project import Project
from twicetold.read import page
from twicetold.read.model import PROGRAM

OF, FOR = "concepts/power-loss", "testing"


def file(project: Project) -> Path:
    """Return the archive that the page on testing unpacks.

    Args:
        project: the sources.
    """
    return project.snippets / FOR / archives.archive(OF)


def programs(project: Project) -> dict[str, bytes]:
    """Return what it must hold, by the paths in it; nothing in a site without these pages.

    Args:
        project: the sources.
    """
    of_page, target = project.page(OF), file(project)
    if not of_page.is_file() or not target.parent.is_dir():
        return {}
    return {
        f"{target.stem}/programs/{each.name}": each.data
        for each in page.read(project, of_page).files
        if each.kind == PROGRAM
    }


def held(project: Project) -> dict[str, bytes]:
    """Return what it holds, by the paths in it.

    Args:
        project: the sources.
    """
    if not file(project).is_file():
        return {}
    with zipfile.ZipFile(file(project)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(project: Project) -> list[str]:
    """Renew the archive; return its name if it changed.

    Args:
        project: the sources.
    """
    wanted = programs(project)
    if wanted == held(project):
        return []
    archives.pack(file(project), wanted)
    return [project.name(file(project))]
