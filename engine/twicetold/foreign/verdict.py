"""Say how the run of a fence ended, from what its process wrote down."""

import re
from typing import Any

from twicetold.foreign import lacks, match
from twicetold.foreign.model import Block, Ended, Foreign, Sort
from twicetold.run.cold import Happened, signal_name

_ENDLESS = re.compile(
    r"while True|cycle\(|count\(|forever|\.run\(|mainloop|[Ww]atch|\.serve|\binput\("
)
_SAYS = re.compile(
    r"(?i)error|exception|rais|throw|fail|invalid|wrong|not allowed|not work|forbid|cannot"
    r"|can't|oops|bad|fix|won't|not valid|crash|trace"
)

_ASSIGNED = re.compile(r"\b(\w+) *=(?!=)")

UNCOMPARED = "what it shows is not compared: it names the time, chance or the machine"

Did = dict[str, Any] | None


def first(page: Foreign, block: Block, did: Did, happened: Happened) -> None:
    """Write down how the first run of a block ended.

    Args:
        page: of the block.
        block: that was run.
        did: what its process wrote down; None if it did not come to its end.
        happened: to the process.
    """
    block.ended, block.detail = Ended.PASSED, ""
    if did is None:
        unended(block, happened)
        return
    if unclaimed := _unclaimed(page, block, did):
        line, error = unclaimed
        if needed := lacks.of(error, page, block):
            block.sort, block.reason = needed
            block.ended, block.detail = Ended.UNRUN, lacks.last(error)
        else:
            _judge(block, Ended.RAISED, f"line {line}: {lacks.last(error)}")
        return
    block.shown = outputs(block, did)
    if found := _difference(page, block, block.shown, did):
        if reason := lacks.other_python(block):
            block.sort, block.reason, block.ended = Sort.SETUP, reason, Ended.UNRUN
        else:
            _judge(block, Ended.DIFFERS, found)


def again(page: Foreign, block: Block, before: Did, did: Did, happened: Happened) -> None:
    """Write down how the second run of a block ended, if it is worse than the first.

    Args:
        page: of the block.
        block: that passed, or shows another output.
        before: what its process wrote down the first time.
        did: what it wrote down now; None if it did not come to its end.
        happened: to the process.
    """
    if did is not None and block.ended is Ended.DIFFERS:
        if outputs(block, did) != block.shown:
            _judge(block, Ended.PASSED, "what it shows is another in each run")
        return None
    if did is None or before is None:
        if before is not None:
            _judge(block, Ended.AGAIN, f"it did not end: {_how(happened)}")
        return None
    if unclaimed := _unclaimed(page, block, did):
        line, error = unclaimed
        return _judge(block, Ended.AGAIN, f"line {line}: {lacks.last(error)}")
    if found := _difference(page, block, outputs(block, did), did):
        _judge(block, Ended.AGAIN, found)
    return None


def outputs(block: Block, did: dict[str, Any]) -> list[str | None]:
    """Return what a block printed where its page shows it: by step, by claim, or in all.

    Args:
        block: that was run.
        did: what its process wrote down.
    """
    if block.steps:
        return [
            step["raised"]["message"] if step["raised"] else step["said"] or step["warned"]
            for step in did["steps"]
        ]
    if block.claims:
        return [
            "".join(text for line, text in did["printed"] if claim.first <= line <= claim.last)
            for claim in block.claims
        ]
    return [did["said"]]


def _judge(block: Block, ended: Ended, detail: str) -> None:
    block.ended, block.detail = ended, detail


def _difference(
    page: Foreign, block: Block, shown: list[str | None], did: dict[str, Any]
) -> str:
    """Return what is shown and was not printed, or nothing."""
    if block.steps:
        for number, (step, got) in enumerate(zip(block.steps, shown, strict=True)):
            if not step.want.strip() or did["steps"][number]["raised"]:
                continue
            want = match.uncommented(step.want)
            commented = want != step.want
            said = did["steps"][number]["said"] if commented else got or ""
            silent = not said and (commented or match.is_assignment(step.source))
            remark = commented and match.is_remark(want, said)
            warned = not did["steps"][number]["said"] and match.plain(want) in match.plain(said)
            if silent or remark or warned or match.shown(want, said):
                continue
            return _differs(page, block, step.line, want, said)
        return ""
    for claim, got in zip(block.claims, shown, strict=False):
        if not match.same(claim.want, got or ""):
            return _differs(page, block, claim.first, claim.want, got or "")
    below = block.fence.below
    if block.claims or not below or not did["said"].strip():
        return ""
    both = (did["said"], did["said"] + did["warned"])
    if any(match.same(below.text, got) for got in both) or did["raised"]:
        return ""
    return _differs(page, block, 0, below.text, did["said"]) if below.sure else ""


def _differs(page: Foreign, block: Block, line: int, want: str, got: str) -> str:
    """Return the words for a difference; none if it depends on the time, chance or machine."""
    texts = [block.fence.text, *(page.blocks[place].fence.text for place in block.uses)]
    if any(map(match.is_chance, texts)):
        block.detail = UNCOMPARED
        return ""
    where = f"line {line}: " if line else ""
    return f"{where}shown {lacks.short(want)}, printed {lacks.short(got)}"


def _unclaimed(
    page: Foreign, block: Block, did: dict[str, Any]
) -> tuple[int, dict[str, Any]] | None:
    """Return the first error that a page does not show, and its line; None if there is none.

    A name that a statement with a shown error would have defined is not there, either.
    """
    errors = [step["raised"] for step in did["steps"]] or [did["raised"]]
    lost: list[str] = []
    for number, error in enumerate(errors):
        if not error:
            continue
        if error["type"] == "NameError" and error["name"] in lost:
            continue
        if not _claimed(page, block, number, error):
            return block.steps[number].line if block.steps else error["line"], error
        lost += _ASSIGNED.findall(block.steps[number].source) if block.steps else []
    return None


def _claimed(page: Foreign, block: Block, number: int, error: dict[str, Any]) -> bool:
    """Return whether the page says that there is an error."""
    fence = block.fence
    if fence.may_fail:
        return True
    if block.steps:
        step = block.steps[number]
        following = page.blocks[page.blocks.index(block) + 1 :][:1]
        if (
            number == len(block.steps) - 1
            and following
            and error["type"] in following[0].fence.text
        ):
            return True
        want = match.uncommented(step.want)
        if match.error_same(want, error["message"], error["type"]):
            return True
        nearby = step.source + step.want + _after(block, number)
        return bool(not step.want.strip() and _SAYS.search(nearby)) or (
            bool(_SAYS.search(step.source)) and "#" in step.source
        )
    lines = fence.text.split("\n")
    place = error["line"] - 1
    near = [line for line in lines[max(0, place - 2) : place + 4] if "#" in line]
    near = [line for line in near if not line.startswith("#|")]  # an option of its cell
    comments = " ".join(line[line.index("#") :] for line in near)
    below = fence.below.text if fence.below else ""
    prose = " ".join([fence.attributes.get("title", ""), fence.near])
    after = page.blocks[page.blocks.index(block) + 1 :][:1]
    below += after[0].fence.text if after else ""
    named = error["type"] in comments + below + fence.near
    return named or bool(_SAYS.search(comments) or _SAYS.search(prose))


def _after(block: Block, number: int) -> str:
    """Return the lines of a session directly around a step, which may say what it does."""
    step = block.steps[number]
    lines = block.fence.text.split("\n")
    return "\n".join(
        [*lines[max(0, step.line - 3) : step.line], *lines[step.end - 1 : step.end + 2]]
    )


def unended(block: Block, happened: Happened) -> None:
    """Write down how a block ended that ended its process, or was ended with it.

    Args:
        block: that ran last.
        happened: to the process.
    """
    if happened.too_long and _ENDLESS.search(block.fence.text):
        block.sort, block.reason = Sort.SETUP, "it runs until somebody stops it"
        block.ended = Ended.UNRUN
    elif happened.status == 0 and not happened.too_long:
        _judge(block, Ended.PASSED, "it ended its process")
    else:
        ended = Ended.SLOW if happened.too_long else Ended.RAISED
        _judge(block, ended, f"it did not end: {_how(happened)}")


def _how(happened: Happened) -> str:
    if happened.too_long:
        return "its time was up"
    if happened.too_much:
        return "it printed too much"
    if happened.status < 0:
        return f"it was ended by {signal_name(happened.status)}"
    return f"its process ended with status {happened.status} {lacks.short(happened.output)}"
