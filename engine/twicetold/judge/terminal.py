"""Turn what a program printed into what its page shows."""

import re
from collections.abc import Iterator

from twicetold.read.snippet import Snippet
from twicetold.run.folder import Folder

HEADER = "Traceback (most recent call last):"
_OURS = re.compile(
    r"^ +File \"[^\"]*twicetold[/\\]run[/\\](?:guard[/\\]|server|unseen)[^\"]*\".*\n"
    r"(?:    .*\n)*",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FRAME = re.compile(r"^(\s*)(File \")([^\"]+)(\", line )(\d+)", re.MULTILINE)


def as_published(output: str, folder: Folder) -> str:
    """Return an output as its page shows it: without folders and without stack frames.

    Args:
        output: what the program printed.
        folder: where it ran.
    """
    return "".join(_cut(_LINE.findall(_without_folders(output, folder))))


def in_the_project(output: str, folder: Folder, sources: dict[str, Snippet]) -> str:
    """Return an output as messages show it: whole, its files and lines those of the project.

    Args:
        output: what the program printed.
        folder: where it ran.
        sources: the page's programs by name.
    """
    text = _OURS.sub("", _without_folders(output, folder))

    def locate(match: re.Match[str]) -> str:
        indent, before, file, between, line = match.groups()
        name = _tidy(file)
        source = sources.get(name)
        if source is None:
            return match[0]
        number = int(line)
        if 0 < number <= len(source.lines):
            number = source.lines[number - 1]
        return f"{indent}{before}{source.name}{between}{number}"

    return _FRAME.sub(locate, text)


def _tidy(file: str) -> str:
    """Return a path without the `x/..` that a start from a sub-folder leaves in it."""
    parts: list[str] = []
    for part in file.replace("\\", "/").split("/"):
        if part == ".." and parts:
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def _without_folders(output: str, folder: Folder) -> str:
    for path, name in ((folder.page, ""), (folder.home, "~"), (folder.temporary, "/tmp")):
        for spelling in {str(path), path.as_posix(), str(path).replace("\\", "\\\\")}:
            if spelling not in output:
                continue
            if not name:
                output = re.sub(re.escape(spelling) + r"[/\\]+", "", output)
            output = output.replace(spelling, name or ".")
    return output


def _cut(lines: list[str]) -> Iterator[str]:
    """Yield lines, with the frames of each traceback replaced by one ellipsis."""
    frames = False
    for line in lines:
        if frames and (line.startswith((" ", "\t")) or not line.strip()):
            continue
        if frames:
            frames = False
        yield line
        if line.rstrip("\n") == HEADER:
            frames = True
            yield "  …\n"
