"""Understand how an author names a page: as in the docs, by its file, or by its key."""

from collections.abc import Iterable

from twicetold.base.fault import did_you_mean
from twicetold.base.project import Project


def plain(project: Project, name: str) -> str:
    """Return the key of a page, as in `sqlite/index`, by whatever name it was given.

    Args:
        project: the sources.
        name: the key, or the path of the file, from the project on or from its pages on.
    """
    path = name.replace("\\", "/").removeprefix("./").removesuffix(".md")
    return path.removeprefix(f"{project.settings.pages}/")


def unknown(project: Project, keys: Iterable[str]) -> str:
    """Return what to say of pages that are not there.

    Args:
        project: the sources.
        keys: those that were asked for.
    """
    known = [project.key(path) for path in project.pages()]
    return "\n".join(
        f"there is no page {project.name(project.page(key))}{did_you_mean(key, known)}"
        for key in keys
    )
