"""Understand how an author names pages: as in the docs, by a file or folder, or by a key."""

import contextlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from twicetold.base.fault import did_you_mean
from twicetold.base.project import Project


def plain(project: Project, name: str) -> str:
    """Return the key of a page, as in `sqlite/index`, by whatever name it was given.

    Args:
        project: the sources.
        name: the key, or the path of the file, from the project on or from its pages on.
    """
    path = name.replace("\\", "/")
    with contextlib.suppress(ValueError):  # it is not absolute, or elsewhere
        path = Path(path).relative_to(project.root).as_posix()
    path = path.removeprefix("./").removesuffix(".md").rstrip("/")
    return path.removeprefix(f"{project.settings.pages}/")


def keys(project: Project, name: str) -> list[str]:
    """Return the keys of what is named: a page, those in a folder, or the one of a program.

    Args:
        project: the sources.
        name: what names a page, a folder with pages, or a file of a page's programs.
    """
    key = plain(project, name)
    known = [project.key(path) for path in project.pages()]
    if key in {project.settings.pages, "."}:
        return known
    place = key.removeprefix(f"{project.settings.snippets}/")
    inside = [each for each in known if each == key or each.startswith(f"{place}/")]
    if not inside and place != key:
        owner = project.owner(PurePosixPath(place))
        inside = [owner] if owner else []
    return inside


def unknown(project: Project, names: Iterable[str]) -> str:
    """Return what to say of pages that are not there.

    Args:
        project: the sources.
        names: those that were asked for.
    """
    known = [project.key(path) for path in project.pages()]
    said = []
    for name in names:
        key = plain(project, name)
        if project.page(key).resolve().is_relative_to(project.root.resolve()):
            asked = project.name(project.page(key))
            said.append(f"there is no page {asked}{did_you_mean(key, known)}")
        else:
            said.append(f"{name} is not in this project, so no page of it")
    return "\n".join(said)
