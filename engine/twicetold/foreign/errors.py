"""Which errors of a block its page shows, names, or speaks of."""

import re
from typing import Any

from twicetold.foreign import match
from twicetold.foreign.model import Block, Foreign

SPOKEN = "the page speaks of an error, and does not name it"
_SAYS = re.compile(
    r"(?i)error|exception|rais|throw|fail|invalid|wrong|not allowed|not work|forbid|cannot"
    r"|can't|oops|bad|fix|won't|not valid|crash|trace"
)
_ASSIGNED = re.compile(r"\b(\w+) *=(?!=)")


def unclaimed(
    page: Foreign, block: Block, did: dict[str, Any]
) -> tuple[int, dict[str, Any]] | None:
    """Return the first error that a page does not tell of, and its line; None if there is none.

    A name that a statement with a shown error would have defined is not there, either. Where
    the page only speaks of an error, the block gets that as its detail.

    Args:
        page: of the block.
        block: that was run.
        did: what its process wrote down.
    """
    errors = [step["raised"] for step in did["steps"]] or [did["raised"]]
    lost: list[str] = []
    for number, error in enumerate(errors):
        if not error or (error["type"] == "NameError" and error["name"] in lost):
            continue
        if not _named(page, block, number, error):
            if not _spoken(block, number, error):
                return block.steps[number].line if block.steps else error["line"], error
            block.detail = SPOKEN
        lost += _ASSIGNED.findall(block.steps[number].source) if block.steps else []
    return None


def _named(page: Foreign, block: Block, number: int, error: dict[str, Any]) -> bool:
    """Return whether the page shows an error, or has its name where it would be."""
    fence = block.fence
    if fence.may_fail:
        return True
    following = page.blocks[page.blocks.index(block) + 1 :][:1]
    next_text = following[0].fence.text if following else ""
    if block.steps:
        is_last = number == len(block.steps) - 1
        want = match.uncommented(block.steps[number].want)
        shown = match.error_same(want, error["message"], error["type"])
        return shown or (is_last and error["type"] in next_text)
    below = fence.below.text if fence.below else ""
    return error["type"] in " ".join([_comments(block, error), below, next_text, fence.near])


def _spoken(block: Block, number: int, error: dict[str, Any]) -> bool:
    """Return whether the page speaks of an error beside what raises it, in any words."""
    fence = block.fence
    if block.steps:
        step = block.steps[number]
        nearby = step.source + step.want + _around(block, number)
        if not step.want.strip() and _SAYS.search(nearby):
            return True
        return bool(_SAYS.search(step.source)) and "#" in step.source
    prose = " ".join([fence.attributes.get("title", ""), fence.near])
    return bool(_SAYS.search(_comments(block, error)) or _SAYS.search(prose))


def _comments(block: Block, error: dict[str, Any]) -> str:
    """Return the comments in the lines around an error."""
    place = error["line"] - 1
    near = block.fence.text.split("\n")[max(0, place - 2) : place + 4]
    # Those that begin so are options of a cell.
    said = [line for line in near if "#" in line and not line.startswith("#|")]
    return " ".join(line[line.index("#") :] for line in said)


def _around(block: Block, number: int) -> str:
    """Return the lines of a session directly around a step, which may say what it does."""
    step = block.steps[number]
    lines = block.fence.text.split("\n")
    return "\n".join(
        [*lines[max(0, step.line - 3) : step.line], *lines[step.end - 1 : step.end + 2]]
    )
