"""Check where on a page its fences are: indented, and with empty lines around."""

import re

from twicetold.base.fault import Fault
from twicetold.read.scan import Fence

_MARK = re.compile(r"\s*<!--[-\s]*pytest")
_TAB = re.compile(r'(?P<indent> *)={3}[!+]* +"')
_CONTAINER = re.compile(
    r"(?!(\s*[-*_]){3,}\s*$) *"  # no rule across the page
    r"([-*+] |\d+\. |!!! |\?\?\?\+? |={3}[!+]* |: {3}|\[\^[^\]]+\]:)"
)


def faults(lines: list[str], fences: list[Fence], where: str) -> list[Fault]:
    """Return a fault for each fence that Markdown would not take for one where it is.

    Args:
        lines: the page, its front matter blank.
        fences: those in it.
        where: its name in a message.
    """
    found = []
    for fence in fences:
        indent = len(lines[fence.line - 1]) - len(lines[fence.line - 1].lstrip())
        if not _may_hold(lines[: fence.line - 1], indent):
            advice = "move it to the left, or below what it belongs to"
            problem = "this fence is indented, and in no list, note or tab"
            found.append(Fault(where, fence.line, f"{problem}; {advice}"))
        above = fence.line - 1
        while above and _MARK.match(lines[above - 1]):
            above -= 1
        if above and lines[above - 1].strip():
            problem = "leave an empty line above this fence and its marks"
            found.append(Fault(where, fence.line, problem))
        if "".join(lines[fence.last : fence.last + 1]).strip():
            found.append(Fault(where, fence.last, "leave an empty line below this fence"))
    return found + _empty_tabs(lines, fences, where)


def unfenced(lines: list[str], fences: list[Fence], where: str) -> list[Fault]:
    """Return a fault for each block that Markdown shows as code because it is indented.

    Args:
        lines: the page, its front matter blank.
        fences: those in it.
        where: its name in a message.
    """
    found = []
    left = outside(lines, fences)
    inside = False
    for number, line in enumerate(left, 1):
        above = left[: number - 1]
        indent = (len(line) - len(line.lstrip(" "))) // 4 * 4
        starts = line.strip() and not (above and above[-1].strip()) and not inside
        inside = inside and (bool(indent) or not line.strip())
        if starts and indent and line.lstrip()[0] != "<" and not _may_hold(above, indent):
            inside = True
            problem = "an indented block is shown as code, and nothing runs it"
            found.append(Fault(where, number, f"{problem}: fence it, or move it to the left"))
    return found


def outside(lines: list[str], fences: list[Fence]) -> list[str]:
    """Return the lines of a page with those of its fences empty.

    Args:
        lines: the page.
        fences: those in it.
    """
    left = list(lines)
    for fence in fences:
        left[fence.line - 1 : fence.last] = [""] * (fence.last - fence.line + 1)
    return left


def _may_hold(above: list[str], indent: int) -> bool:
    """Return whether what follows such lines, so far indented, is in a list, note or tab."""
    for number in reversed(range(len(above) if indent else 0)):
        line = above[number]
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and depth < indent:
            top = above[: number + 1]  # of the lines without an empty one between
            while len(top) > 1 and top[-2].strip():
                top.pop()
            is_item = _CONTAINER.match(line) and _CONTAINER.match(top[-1])
            is_near = is_item is not None and depth > indent - 5
            return is_near and _may_hold(above[:number], depth // 4 * 4)
    return indent == 0


def _empty_tabs(lines: list[str], fences: list[Fence], where: str) -> list[Fault]:
    found = []
    for number, line in enumerate(outside(lines, fences), 1):
        if match := _TAB.match(line):
            inside = next((each for each in lines[number:] if each.strip()), "")
            indent = len(match["indent"]) + 4
            if not inside.startswith(" " * indent):
                problem = f"this tab is empty: indent what is in it by {indent} spaces"
                found.append(Fault(where, number, problem))
    return found
