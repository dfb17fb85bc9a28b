"""Write what was printed into a page, in the way in which the page shows it."""

import re
import textwrap

from twicetold.foreign import match
from twicetold.foreign.model import Block, Ended, Foreign


def renewed(page: Foreign, text: str) -> str:
    """Return the text of a page with the outputs that differ as they were printed.

    Args:
        page: that was run.
        text: of the page, with its line ends as they are.
    """
    lines = text.split("\n")
    for block in reversed(page.blocks):  # from below: the lines above keep their numbers
        if block.ended is Ended.DIFFERS and not shown_in(block):
            for first, last, shown in reversed(list(_parts(block))):
                end = "\r" if lines[last - 1].endswith("\r") else ""
                lines[first:last] = [line + end for line in shown]
    return "\n".join(lines)


def shown_in(block: Block) -> str:
    """Return the file that shows the output of a block, if it is not the page.

    Args:
        block: that was run.
    """
    below = block.fence.below
    is_below = below and not block.steps and not block.claims
    return below.file if below and is_below else block.fence.file


def _parts(block: Block) -> list[tuple[int, int, list[str]]]:
    """Return for each output that differs where it is, from 0, and the lines to put there."""
    fence, found = block.fence, []
    if block.steps:
        for step, got in zip(block.steps, block.shown, strict=True):
            want = match.uncommented(step.want)
            if step.want and got and not match.shown(want, got):
                height = step.want.count("\n") + 1
                end = fence.top + step.end - 1
                mark = "# " if want != step.want else ""
                indent = _indent(fence.text.split("\n")[step.line - 1])
                told = got if mark else re.sub(r"^$", match.EMPTY, got.rstrip("\n"), flags=re.M)
                found.append((end - height, end, _lines(told, fence.prefix + indent + mark)))
    elif block.claims:
        for claim, got in zip(block.claims, block.shown, strict=True):
            if got and not match.same(claim.want, got):
                start, end = fence.top + claim.last, fence.top + claim.end
                raw = fence.text.split("\n")
                indent = _indent(raw[claim.last])
                before = fence.prefix + indent
                if raw[claim.last].strip().startswith("#>"):
                    shown = _lines(got, f"{before}#> ")
                else:
                    quote = raw[claim.last].strip()[:3]
                    shown = [before + quote, *_lines(got, before), before + quote]
                found.append((start, end, shown))
    elif fence.below and block.shown[0]:
        start = fence.below.line
        height = fence.below.text.count("\n")
        found.append((start, start + height, _lines(block.shown[0], fence.below.prefix)))
    return found


def _lines(got: str, before: str) -> list[str]:
    text = textwrap.dedent(got) if got.startswith(" ") else got
    return [(before + line).rstrip() for line in text.rstrip("\n").split("\n")]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
