"""Say how the run of a fence ended, from what its process wrote down."""

import re
from typing import Any

from twicetold.foreign import chance, errors, lacks, match
from twicetold.foreign.model import Block, Ended, Foreign, Sort
from twicetold.run.cold import Happened, signal_name

_ENDLESS = re.compile(
    r"while True|cycle\(|count\(|forever|\.run\(|mainloop|[Ww]atch|\.serve|\binput\("
)
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
    if unclaimed := errors.unclaimed(page, block, did):
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
    if unclaimed := errors.unclaimed(page, block, did):
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
    if block.claims or not below or did["raised"]:
        return ""
    both = (did["said"], did["said"] + did["warned"])
    if any(match.same(below.text, got) for got in both):
        return ""
    if did["said"].strip():
        meant = below.sure or match.alike(below.text, did["said"])
    else:  # a page may show the value of a last line, as a notebook does
        meant = below.sure and "print(" in block.fence.text
    return _differs(page, block, 0, below.text, did["said"]) if meant else ""


def _differs(page: Foreign, block: Block, line: int, want: str, got: str) -> str:
    """Return the words for a difference; none if it depends on the time, chance or machine."""
    sources = [_source(each) for each in (block, *(page.blocks[n] for n in block.uses))]
    if any(map(chance.is_asked, sources)):
        block.detail = UNCOMPARED
        return ""
    where = f"line {line}: " if line else ""
    return f"{where}shown {lacks.short(want)}, printed {lacks.short(got)}"


def _source(block: Block) -> str:
    """Return the program of a block, without prompts."""
    return "\n".join(step.source for step in block.steps) or block.fence.text


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
