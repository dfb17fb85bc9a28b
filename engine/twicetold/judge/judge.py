"""Compare what a page shows with what happened."""

import re
from dataclasses import dataclass

from twicetold.judge import elsewhere, terminal
from twicetold.judge.verdict import Finding, Kind, Verdict
from twicetold.read.model import Example
from twicetold.read.snippet import Snippet
from twicetold.run.cold import LARGEST, Happened, signal_name
from twicetold.run.folder import Folder

_NOT_FOUND = re.compile(
    r"^\S+: (?:line )?\d+: (?:\S+: )?(.+): (?:command )?not found$", re.MULTILINE
)


@dataclass(frozen=True)
class Setting:
    """How an example was run, and what else is known of that than what it printed.

    Args:
        folder: where.
        sources: the page's programs by name.
        renew: the command that writes the page's outputs.
        title: what the site calls an output.
        limit: the seconds it had.
        told: what its guard wrote down, in lines.
        meddled: what it did to the page's programs and folders, or None.
    """

    folder: Folder
    sources: dict[str, Snippet]
    renew: str
    title: str
    limit: float
    told: str = ""
    meddled: Finding | None = None


def judge(
    example: Example, expected: str, happened: Happened, run: Setting, first: Verdict | None
) -> Verdict:
    """Return how a run of an example ended.

    Args:
        example: as its page shows it.
        expected: the output that is shown.
        happened: what running it did.
        run: how it was run.
        first: how the first run ended, if this was the second in the same folder.
    """
    printed = terminal.as_published(happened.output, run.folder)
    finding = _unfit(example, happened, run, printed) or _difference(example, expected, printed)
    whole = ""
    if finding.kind is not Kind.PASSED:
        whole = terminal.in_the_project(happened.output, run.folder, run.sources)
    told = (expected, printed, whole, run.renew, run.title)
    return Verdict(example, finding, happened, *told, first)


def _unfit(example: Example, happened: Happened, run: Setting, printed: str) -> Finding | None:
    """Return why what happened is nothing that a page can show, or None."""
    if happened.lost:
        return Finding(Kind.LOST)
    if happened.too_long:
        return Finding(Kind.TOO_LONG, (f"{run.limit:g}",))
    if happened.too_much:
        return Finding(Kind.TOO_MUCH, (LARGEST,))
    if happened.left:
        return Finding(Kind.LEFT)
    if run.meddled:
        return run.meddled
    if happened.status < 0 and not example.must_fail:
        return Finding(Kind.KILLED, (signal_name(happened.status),))
    if happened.status != 0 and not example.must_fail:
        return Finding(Kind.FAILED, (happened.status,))
    if happened.status == 0 and example.must_fail:
        return Finding(Kind.NOT_FAILED)
    if run.told:
        how, _, said = run.told.split("\n")[0].partition("\t")
        return Finding(Kind.WARNED if how == "warned" else Kind.FORBIDDEN, (said,))
    missing = _NOT_FOUND.search(printed) if example.language == "sh" else None
    if missing and not example.must_fail:
        return Finding(Kind.NO_COMMAND, (missing[1],))
    texts = [source.text for source in run.sources.values()]
    return elsewhere.unshowable(printed) or elsewhere.only_here(printed, texts)


def _difference(example: Example, expected: str, printed: str) -> Finding:
    if expected == printed:
        return Finding(Kind.PASSED)
    if example.output is None:
        untitled = Finding(Kind.UNTITLED, (example.untitled,))
        return untitled if example.untitled else Finding(Kind.NOT_SHOWN)
    return Finding(Kind.DIFFERS if printed else Kind.SILENT)
