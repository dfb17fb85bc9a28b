"""Remember what fails today, so that from then on only what is worse is red."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from twicetold.foreign import table
from twicetold.foreign.model import Block, Foreign

_HEAD = (
    "What fails, by page and by the hash of its block; `twicetold run` removes what is fixed."
)
_REMEDY = ". If that is right, `twicetold init` writes it down"


@dataclass
class Judged:
    """What a run is, set beside the baseline.

    Args:
        worse: what fails and is not in the baseline, with its page.
        known: how many blocks fail that are in it.
        fewer: in words, the pages on which more blocks than before do not run.
        fixed: how many entries of it do not fail any more.
        kept: the baseline that is true now.
    """

    worse: list[tuple[Foreign, Block]] = field(default_factory=list)
    known: int = 0
    fewer: list[str] = field(default_factory=list)
    fixed: int = 0
    kept: dict[str, Any] = field(default_factory=dict)


def of(pages: list[Foreign]) -> dict[str, Any]:
    """Return the baseline of pages: what fails in each, and how many of its blocks do not run.

    Args:
        pages: that were run.
    """
    found = {}
    for page in pages:
        failed = {key: str(block.ended) for key, block in _failed(page)}
        unrun = len(_unrun(page))
        if failed or unrun:
            found[page.name] = {"failed": failed, "not run": unrun}
    return found


def _unrun(page: Foreign) -> list[Block]:
    return [block for block in page.blocks if not block.runs]


def judge(pages: list[Foreign], before: dict[str, Any]) -> Judged:
    """Return what of a run is worse than a baseline, and the baseline without what is fixed.

    Args:
        pages: that were run; what the baseline says of others is kept.
        before: the baseline.
    """
    judged = Judged(kept={**before})
    for page in pages:
        said = before.get(page.name, {"failed": {}, "not run": 0})
        names = dict(_failed(page))
        worse = {key: block for key, block in names.items() if key not in said["failed"]}
        judged.worse += [(page, block) for block in worse.values()]
        known = {key: kind for key, kind in said["failed"].items() if key in names}
        judged.known += len(known)
        judged.fixed += len(said["failed"]) - len(known)
        unrun = _unrun(page)
        if len(unrun) > said["not run"]:
            count = (
                f"{page.name}: {len(unrun)} of its blocks do not run; before: {said['not run']}"
            )
            lines = [table.line(page, block) for block in unrun]
            judged.fewer.append("\n".join([*lines, count + _REMEDY]))
        judged.fixed += max(0, said["not run"] - len(unrun))
        kept = {"failed": known, "not run": min(len(unrun), said["not run"])}
        judged.kept.pop(page.name, None)
        if known or kept["not run"]:
            judged.kept[page.name] = kept
    return judged


def _failed(page: Foreign) -> Iterator[tuple[str, Block]]:
    """Yield what fails, with what names it wherever it is; one that is there twice, twice."""
    seen: Counter[str] = Counter()
    for block in page.blocks:
        digest = block.fence.digest
        seen[digest] += 1
        if block.failed:
            yield digest if seen[digest] == 1 else f"{digest}-{seen[digest]}", block


def read(file: Path) -> dict[str, Any] | None:
    """Return what a baseline says of each page; None where there is no such file.

    Args:
        file: with the baseline.
    """
    if not file.is_file():
        return None
    said: dict[str, Any] = json.loads(file.read_text("utf-8"))["pages"]
    return said


def write(file: Path, found: dict[str, Any]) -> None:
    """Write a baseline, if it says something else than the file.

    Args:
        file: to write.
        found: what it says of each page.
    """
    whole = {"about": _HEAD, "pages": dict(sorted(found.items()))}
    text = json.dumps(whole, indent=1) + "\n"
    if not file.is_file() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")
