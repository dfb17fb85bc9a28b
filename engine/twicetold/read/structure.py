"""Read a page's text: its fences with their marks and outputs, and what would hide one."""

from dataclasses import dataclass
from pathlib import Path

from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.read import fences, frontmatter, layout, parts, rawhtml, scan, text
from twicetold.read.fences import Block


@dataclass(frozen=True)
class Structure:
    """What a page is made of.

    Args:
        lines: its text, its front matter blank.
        blocks: its fences from top to bottom, each with its output.
        faults: what is wrong.
        whole: whether it can be told what belongs to what; else there are no blocks.
    """

    lines: tuple[str, ...]
    blocks: tuple[Block, ...]
    faults: tuple[Fault, ...]
    whole: bool


def read(project: Project, path: Path) -> Structure:
    """Read the text of a page.

    Args:
        project: where the page and its parts are.
        path: the Markdown file.
    """
    where = project.name(path)
    content, faults = text.decode(path.read_bytes(), where)
    head, of_head = frontmatter.read(content, where)
    lines = text.lines(content)
    lines[:head] = [""] * head
    found = scan.scan(lines, where, project.inline)
    faults += [*of_head, *found.faults]
    for line, written in found.parts:
        faults += parts.faults(project, where, line, written)
    if found.lost or not content:
        return Structure(tuple(lines), (), tuple(faults), False)
    title = project.inline and project.settings.title
    blocks, unread = fences.blocks(lines, found, where, title or None)
    for check in (layout, rawhtml):
        faults += check.faults(lines, found.fences, where)
    if not project.inline:
        faults += layout.unfenced(lines, found.fences, where)
    return Structure(tuple(lines), tuple(blocks), (*faults, *unread), not unread)
