"""Read a snippet: its text as published, and its named sections."""

import re
import textwrap
from dataclasses import dataclass, field
from pathlib import PurePath

from twicetold.base.fault import Fault, did_you_mean
from twicetold.read import text

_EMBED = re.compile(
    r"-+8<-+[ \t]+([\"'])(?P<path>.+?)(:(?P<section>[a-z][-\w]*|[-0-9:,]*))?\1\n?",
    re.IGNORECASE,
)
_LIKE_AN_EMBED = re.compile(r"\s*;*-*\s?8<")
# As pymdownx.snippets has it: it takes out such a line wherever the marker is on it.
_MARKER = re.compile(
    r"(?P<before>.*?)(?P<escaped>;*)-+8<-+[ \t]+"
    r"\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\](?P<after>.*)",
    re.IGNORECASE,
)
_REPLACED = re.compile(r"[ \t]*;*-+8<-+(?:[ \t]+(\".+\"|'.+'))?$")
_ALMOST = re.compile(r"\s*(#|//)+\s*(-+\s?8\s?<|8\s?<\s?-)")
_OPENERS = ("", "#", "//", "--", ";", "%", "<!--", "/*")
_CLOSERS = ("", "-->", "*/")
PROGRAMS = (".py", ".sh")


@dataclass(frozen=True)
class Section:
    """A named part of a snippet.

    Args:
        name: its name in the markers.
        line: the line of its start marker in the file, from 1.
        text: what is published of it, without the common indent.
    """

    name: str
    line: int
    text: str


@dataclass(frozen=True)
class Snippet:
    """A file for pages to embed, as its page shows it.

    Args:
        name: the file relative to the project, as messages show it.
        text: the file without section markers, ending in a newline unless empty.
        lines: for each published line, its line in the file, from 1.
        sections: by name.
        faults: what is wrong with the markers.
    """

    name: str
    text: str
    lines: tuple[int, ...]
    sections: dict[str, Section] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def embed(code: str) -> tuple[str, str | None] | None:
    """Return the path and the section that a fence embeds, or None if it holds other text.

    Args:
        code: the text between the fences.
    """
    match = _EMBED.fullmatch(code)
    if match is None:
        return None
    return match["path"], match["section"] or None


def is_almost_embed(code: str) -> bool:
    """Return whether a fence that embeds nothing has a line that MkDocs would take for one.

    Args:
        code: the text between the fences.
    """
    return any(_LIKE_AN_EMBED.match(line) or _MARKER.match(line) for line in code.split("\n"))


def read(data: bytes, name: str) -> Snippet:
    """Read a snippet and check its section markers.

    Args:
        data: the file.
        name: what to call it in messages.
    """
    kept: list[tuple[int, str]] = []
    starts: dict[str, int] = {}
    open_at: dict[str, tuple[int, int]] = {}  # name: line in the file, index in kept
    sections: dict[str, Section] = {}
    suffix = PurePath(name).suffix
    content, faults = text.decode(data, name, exact=suffix not in PROGRAMS)

    for number, line in enumerate(text.lines(content), 1):
        match = _MARKER.match(line) if "8<" in line else None
        if problem := _misread(line, match, suffix):
            faults.append(Fault(name, number, problem))
        if match is None:
            kept.append((number, line))
            continue
        section = match["name"]
        if match["type"].lower() == "start":
            if section in starts:
                first = (
                    f'section "{section}" is named twice; it began on line {starts[section]}'
                )
                faults.append(Fault(name, number, first))
            starts.setdefault(section, number)
            open_at[section] = (number, len(kept))
        elif section not in open_at:
            problem = f'end of section "{section}", which is not open'
            faults.append(Fault(name, number, problem + did_you_mean(section, open_at)))
        else:
            line_number, index = open_at.pop(section)
            part = textwrap.dedent("\n".join(each for _, each in kept[index:]))
            if not part.strip():
                faults.append(Fault(name, line_number, f'section "{section}" is empty'))
            elif not kept[-1][1].strip():
                advice = "move its end marker up, indented like the line above it"
                problem = f'section "{section}" ends in an empty line; {advice}'
                faults.append(Fault(name, number, problem))
            sections.setdefault(section, Section(section, line_number, part + "\n"))

    for section, (number, _) in open_at.items():
        problem = f'section "{section}" is never closed; end it with # --8<-- [end:{section}]'
        faults.append(Fault(name, number, problem))

    if not faults and not (content.strip() if suffix in PROGRAMS else content):
        faults.append(
            Fault(name, 1, "this file is empty, so its page shows nothing; remove it")
        )
    whole = "".join(f"{line}\n" for _, line in kept)
    return Snippet(name, whole, tuple(n for n, _ in kept), sections, tuple(sorted(faults)))


def ticks(text: str) -> tuple[int, int]:
    """Return how many back ticks begin a line at most, and the first line with so many.

    Args:
        text: what a fence is to hold.
    """
    starts = [line.lstrip() for line in text.split("\n")]
    counts = [len(line) - len(line.lstrip("`")) for line in starts]
    most = max(counts)
    return most, counts.index(most) + 1


def _misread(line: str, marker: re.Match[str] | None, suffix: str) -> str:
    """Return why a line is not published as it is, though no section begins or ends there."""
    if marker is None:
        if _REPLACED.match(line):
            advice = "put something else on the line, too"
            return f"MkDocs would embed a file here: {line.strip()}\n{advice}"
        if _ALMOST.match(line):
            wanted = "write # --8<-- [start:name]"
            return f"this is not a section marker: {line.strip()}\n{wanted}"
        return ""
    before, after = marker["before"].strip(), marker["after"].strip()
    openers = ("#",) if suffix in PROGRAMS else _OPENERS
    if before not in openers or after not in _CLOSERS or marker["escaped"]:
        advice = "a marker is a comment on a line of its own; in a text, write it in two pieces"
        return f"MkDocs would take this line out: {line.strip()}\n{advice}"
    return ""
