"""Read a program that is written in the page, and the output that is."""

from collections.abc import Iterable, Iterator, Sequence

from twicetold.base.fault import Fault
from twicetold.read import fences, snippet
from twicetold.read.scan import Fence
from twicetold.read.snippet import Snippet


def name(fence: Fence, number: int) -> str:
    """Return the file in which a program is run: its title, if that is the name of one.

    Args:
        fence: the first of the program.
        number: its place among the programs of the page, from 1.
    """
    suffix = fences.PROGRAMS[fences.language(fence.info)]
    title = fences.options(fence.info).get("title", "")
    return title if title.endswith(suffix) else f"block-{number}{suffix}"


def source(where: str, blocks: Sequence[Fence]) -> Snippet:
    """Return the program that is written in fences, one after the other.

    Args:
        where: the page, as messages show it.
        blocks: its fences.
    """
    lines = tuple(n for fence in blocks for n in range(fence.line + 1, fence.last))
    return Snippet(where, "".join(fence.text for fence in blocks), lines)


def unshowable(text: str) -> str:
    """Return why a fence can't show a text as it is, or nothing.

    Args:
        text: what is to be in it.
    """
    if snippet.is_almost_embed(text):
        return "MkDocs would embed a file here; a program is all in the page, or all in a file"
    if not text.strip():
        return "this block is empty; write the program in it, or take it out"
    if text.endswith("\n\n"):
        return "MkDocs leaves out the empty line that this block ends in; take it out"
    return ""


def rewritten(text: str, outputs: Iterable[tuple[Fence, str]]) -> str:
    """Return a page with other outputs in their fences, which stay where they are.

    Args:
        text: the page, with its own ends of lines.
        outputs: each fence with what is to be in it.
    """
    lines = text.split("\n")
    for fence, output in sorted(outputs, key=lambda each: -each[0].line):
        first, last = lines[fence.line - 1], lines[fence.last - 1]
        indent = first[: len(first) - len(first.lstrip())]
        end = "\r" if first.endswith("\r") else ""
        inside = [f"{indent}{line}{end}" if line else end for line in output.split("\n")[:-1]]
        ticks = "`" * max(fence.ticks, snippet.ticks(output)[0] + 1)
        first, last = (line.replace("`" * fence.ticks, ticks, 1) for line in (first, last))
        lines[fence.line - 1 : fence.last] = [first, *inside, last]
    return "\n".join(lines)


def faults(where: str, blocks: Sequence[Fence]) -> Iterator[Fault]:
    """Yield what is wrong with fences of text that is to be shown as it is.

    Args:
        where: the page, as messages show it.
        blocks: the fences.
    """
    for fence in blocks:
        if problem := fences.problem(fence.info) or unshowable(fence.text):
            yield Fault(where, fence.line, problem)
