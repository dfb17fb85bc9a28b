"""Add up what became of the fences of pages; nothing is left out of the sum."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from twicetold.foreign import errors, verdict
from twicetold.foreign.model import Block, Ended, Foreign, Sort

SORTS = tuple(Sort)
FAILED = (Ended.RAISED, Ended.DIFFERS, Ended.AGAIN, Ended.SLOW)


def sums(pages: Iterable[Foreign]) -> dict[str, int]:
    """Return how many fences there are, of each sort, and how each run ended.

    Args:
        pages: that were run.
    """
    pages = list(pages)
    blocks = [block for page in pages for block in page.blocks]
    sorts = Counter(block.sort for block in blocks)
    ends = Counter(block.ended for block in blocks)
    found = {"pages": len(pages), "found": len(blocks)}
    found |= {str(sort): sorts[sort] for sort in SORTS}
    found |= {"run": sorts[Sort.PROGRAM] + sorts[Sort.CONTINUES]}
    found |= {str(each): ends[each] for each in (Ended.PASSED, *FAILED)}
    passed = {"not compared": verdict.UNCOMPARED, "only spoken of": errors.SPOKEN}
    for name, detail in passed.items():
        found[name] = sum(block.detail == detail for block in blocks)
    return found | {"processes": sum(page.processes for page in pages)}


def table(found: dict[str, int]) -> str:
    """Return the sum as lines.

    Args:
        found: as `sums` returns it.
    """
    sorts = " + ".join(f"{found[sort]} {sort}" for sort in SORTS)
    failed = ", ".join(f"{found[each]} {each}" for each in FAILED)
    lines = [
        f"{_many(found['found'], 'block')} of Python"
        f" in {_many(found['pages'], 'page')} = {sorts}",
        f"{found['run']} run = {found[Ended.PASSED]} passed, {failed}",
    ]
    if count := found["not compared"]:
        lines.append(
            f"{count} of those passed although they printed something else than is shown:"
            " they name the time, chance or the machine"
        )
    if count := found["only spoken of"]:
        lines.append(
            f"{count} of those passed although they raised an error:"
            " the page speaks of one beside it, and does not name it"
        )
    return "\n".join(lines)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def rows(pages: Iterable[Foreign]) -> list[dict[str, Any]]:
    """Return what became of each fence, for a file of JSON.

    Args:
        pages: that were run.
    """
    return [
        {
            "page": page.name,
            "line": block.fence.line,
            "digest": block.fence.digest,
            "sort": block.sort,
            "reason": block.reason or "it needs nothing else",
            "ended": block.ended,
            "detail": block.detail,
        }
        for page in pages
        for block in page.blocks
    ]


def as_json(pages: list[Foreign]) -> str:
    """Return all that is known of pages that were run.

    Args:
        pages: that were run.
    """
    return json.dumps({"sums": sums(pages), "blocks": rows(pages)}, indent=1) + "\n"


def line(page: Foreign, block: Block) -> str:
    """Return what is to be said of one fence.

    Args:
        page: of the fence.
        block: the fence.
    """
    said = f"{block.ended}: {block.detail}" if block.failed else f"{block.sort}: {block.reason}"
    return f"{page.name}:{block.fence.line}: {said}"
