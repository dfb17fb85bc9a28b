"""Read a snippet: its text as published, and its named sections."""

import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

from proof.fault import Fault, did_you_mean

_EMBED = re.compile(r'^\s*-+8<-+\s+(["\'])(?P<path>.+?)\1\s*$')
_MARKER = re.compile(
    r"-+8<-+[ \t]+\[[ \t]*(?P<type>start|end)[ \t]*:[ \t]*(?P<name>[a-z][-_0-9a-z]*)[ \t]*\]",
    re.IGNORECASE,
)
_ALMOST = re.compile(r"8\s?<\s?-|-\s?8\s?<|\[\s*(start|end)\s*:", re.IGNORECASE)


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
    """A file under snippets/ as its page shows it.

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
    lines = code.strip("\n").split("\n")
    match = _EMBED.match(lines[0]) if len(lines) == 1 else None
    if match is None:
        return None
    path, _, section = match["path"].partition(":")
    return path, section or None


def read(path: Path, name: str) -> Snippet:
    """Read a snippet and check its section markers.

    Args:
        path: the file.
        name: what to call it in messages.

    Raises:
        UnicodeDecodeError: if the file is not UTF-8.
    """
    kept: list[tuple[int, str]] = []
    starts: dict[str, int] = {}
    open_at: dict[str, tuple[int, int]] = {}  # name: line in the file, index in kept
    sections: dict[str, Section] = {}
    faults: list[Fault] = []

    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        match = _MARKER.search(line)
        if match is None:
            if "8<" in line and _ALMOST.search(line):
                wanted = f"this is not a section marker: {line.strip()}\n"
                faults.append(Fault(name, number, wanted + "write # --8<-- [start:name]"))
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
            text = textwrap.dedent("\n".join(text for _, text in kept[index:]))
            if not text.strip():
                faults.append(Fault(name, line_number, f'section "{section}" is empty'))
            elif not kept[-1][1].strip():
                advice = "move its end marker up, indented like the line above it"
                problem = f'section "{section}" ends in an empty line; {advice}'
                faults.append(Fault(name, number, problem))
            sections.setdefault(section, Section(section, line_number, text + "\n"))

    for section, (number, _) in open_at.items():
        problem = f'section "{section}" is never closed; end it with # --8<-- [end:{section}]'
        faults.append(Fault(name, number, problem))

    text = "".join(f"{line}\n" for _, line in kept)
    return Snippet(name, text, tuple(n for n, _ in kept), sections, tuple(sorted(faults)))
