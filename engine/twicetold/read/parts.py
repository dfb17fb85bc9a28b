"""Check the files that a page embeds outside its fences: they hold text, and no programs."""

from pathlib import Path, PurePosixPath

from twicetold.base.fault import Fault, did_you_mean
from twicetold.base.project import Project
from twicetold.read import scan, snippet, text

_INSIDE = 'write --8<-- "NAME.md" on one line'


def faults(project: Project, where: str, line: int, written: str) -> list[Fault]:
    """Return what is wrong with a part of a page, and with the parts in it.

    Args:
        project: the site.
        where: the page or the part that embeds it, as messages show it.
        line: on which it does.
        written: that line.
    """
    return _of(project, where, line, written, frozenset())


def misplaced(path: str, home: str) -> str:
    """Return why an embed can't name such a path, or nothing.

    Args:
        path: as it is embedded.
        home: the folder of the snippets, as messages show it.
    """
    if "://" in path:
        return f"an address can't be embedded: keep a copy in {home}/"
    if PurePosixPath(path).is_absolute() or "\\" in path or Path(path).is_absolute():
        return f"write the path from {home}/ on, with /"
    if any(part in {"", ".", ".."} for part in path.split("/")):
        return f"write the path from {home}/ on, without . and .."
    return ""


def _of(
    project: Project, where: str, line: int, written: str, seen: frozenset[Path]
) -> list[Fault]:
    found = snippet.embed(written)
    if found is None:
        return [Fault(where, line, f"this does not embed a file: {written}\n{_INSIDE}")]
    path = found[0]
    if problem := misplaced(path, project.settings.snippets):
        return [Fault(where, line, f"{path}: {problem}")]
    file = next((base / path for base in project.bases if (base / path).is_file()), None)
    if file is None:
        known = [
            f.relative_to(base).as_posix() for base in project.bases for f in base.rglob("*")
        ]
        folders = " or ".join(f"{project.name(base)}/" for base in project.bases)
        return [Fault(where, line, f"no file {path} in {folders}{did_you_mean(path, known)}")]
    if file in seen:
        return [Fault(where, line, f"{path} embeds itself")]
    name = project.name(file)
    content, wrong = text.decode(file.read_bytes(), name)
    found_in = scan.scan(text.lines(content), name)
    wrong += found_in.faults
    for fence in found_in.fences:
        problem = f"{where}:{line} embeds this file, and a fence in it is not read"
        wrong.append(Fault(name, fence.line, f"{problem}; write it on the page itself"))
    for number, inner in found_in.parts:
        wrong += _of(project, name, number, inner, seen | {file})
    return wrong
