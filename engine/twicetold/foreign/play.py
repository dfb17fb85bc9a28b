"""Run the fences of a page as a reader would: fresh folder, page order, twice."""

import json
import shutil
import tempfile
import textwrap
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from twicetold.foreign import sort, verdict
from twicetold.foreign.model import Block, Ended, Foreign
from twicetold.run import cold
from twicetold.run.cold import Happened, Request
from twicetold.run.folder import Folder, empty

PLAYER = Path(__file__).with_name("player.py")


@dataclass(frozen=True)
class How:
    """How pages are run.

    Args:
        limit: the seconds that the fences of one process may take.
        runs: how often, 1 or 2.
        network: whether they may reach other machines.
        run: runs the fences of one process.
        ended: once it is set, no more is run.
    """

    limit: float = 20
    runs: int = 2
    network: bool = False
    run: Callable[[Request], Happened] = cold.start
    ended: threading.Event = field(default_factory=threading.Event)


def play(page: Foreign, how: How) -> None:
    """Run what can be run of a page; write down in its blocks how that ended.

    No fork makes a block red: where one did not pass, its page begins again, and it gets a new
    process.

    Args:
        page: as it was read.
        how: to run it.
    """
    ran = {block.name: (block, block.sort, block.reason) for block in page.blocks if block.runs}
    groups = [{page.blocks[place].name for place in group} for group in together(page.blocks)]
    cold_ones: set[str] = set()
    while ran:
        page.processes = 0
        _play(page, how, cold_ones)
        failed = {name for name, (block, *_) in ran.items() if block.ended is not Ended.PASSED}
        doubted = {name for group in groups if group & failed for name in group} - cold_ones
        if not doubted or how.run is cold.start or how.ended.is_set():
            return
        cold_ones |= doubted
        for block, kind, reason in ran.values():
            block.sort, block.reason = kind, reason
            block.ended, block.detail, block.shown = Ended.UNRUN, "", []


def _play(page: Foreign, how: How, cold_ones: set[str]) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = empty(Path(name), how.network)
        _fill(page, folder.page)
        shutil.copyfile(PLAYER, folder.base / PLAYER.name)
        first: dict[str, Any] = {}
        for number in range(how.runs):
            for places in together(page.blocks):
                group = [page.blocks[place] for place in places]
                is_cold = any(block.name in cold_ones for block in group)
                one = replace(how, run=cold.start) if is_cold else how
                _once(page, group, folder, number, first, one)


def _once(
    page: Foreign,
    group: list[Block],
    folder: Folder,
    number: int,
    first: dict[str, Any],
    how: How,
) -> None:
    """Run the blocks of one process; what comes after one that ends it, in a new process."""
    if number:
        group = [each for each in group if each.ended in {Ended.PASSED, Ended.DIFFERS}]
    left = group
    while left and not how.ended.is_set():
        _write(left, folder.page)
        page.processes += 1
        done, happened = _start(left, folder, number + 1, how)
        for block, did in zip(left, [*done, None], strict=False):
            if number:
                verdict.again(page, block, first.get(block.name), did, happened)
            elif block.name not in first:
                first[block.name] = did
                verdict.first(page, block, did, happened)
        if len(done) >= len(left):
            return
        left = [block for block in left if block is not left[len(done)]]
        if number:
            return


def together(blocks: list[Block]) -> Iterator[list[int]]:
    """Yield the places of the blocks that run in one process, each in page order.

    Args:
        blocks: of the page.
    """
    group = {place: {place} for place, block in enumerate(blocks) if block.runs}
    for place, block in enumerate(blocks):
        for used in block.uses & group.keys() if block.runs else ():
            joined = group[place] | group[used]
            group.update(dict.fromkeys(joined, joined))
    seen: set[int] = set()
    for place in group:
        if place not in seen:
            seen |= group[place]
            yield sorted(group[place])


def text_of(block: Block) -> str:
    """Return the file of a block; of a session, its statements.

    Args:
        block: to write.
    """
    if block.steps:
        return "\n".join(step.source for step in block.steps) + "\n"
    return textwrap.dedent(block.fence.text)


def _fill(page: Foreign, folder: Path) -> None:
    """Write what the page shows as files, and the programs that others may import."""
    named = {block.name: text_of(block) for block in page.blocks}
    # A library that reads a file of that name would trip over it, in a block that is right.
    whole = {name: text for name, text in named.items() if _is_python(text)}
    for name, text in {**whole, **page.files}.items():
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def _is_python(text: str) -> bool:
    try:
        return bool(sort.parsed(text))
    except (SyntaxError, ValueError):
        return False


def _write(group: list[Block], folder: Path) -> None:
    """Write the programs again: a program may have changed or removed them."""
    folder.mkdir(exist_ok=True)
    for block in group:
        (folder / block.name).write_text(text_of(block), "utf-8")


def _start(
    group: list[Block], folder: Folder, seed: int, how: How
) -> tuple[list[dict[str, Any]], Happened]:
    pieces = [
        {
            "name": block.name,
            "claims": bool(block.claims),
            "steps": [
                {"source": step.source, "single": _at_prompt(block, step.line)}
                for step in block.steps
            ],
        }
        for block in group
    ]
    (folder.base / "pieces.json").write_text(json.dumps(pieces), "utf-8")
    report = folder.base / "report"
    for each in (report, folder.told):
        each.unlink(missing_ok=True)
    name = f"../{PLAYER.name}"
    plays = tuple(block.name for block in group)
    asked = Request(folder, name, seed=seed, limit=how.limit, strict=False, plays=plays)
    happened = how.run(asked)
    lines = report.read_text("utf-8").splitlines() if report.exists() else []
    return [json.loads(line) for line in lines if line.endswith("}")], happened


def _at_prompt(block: Block, line: int) -> bool:
    return block.fence.text.split("\n")[line - 1].lstrip().startswith(">>>")
