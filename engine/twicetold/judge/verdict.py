"""Compare what a page shows with what happened; say what to do about a difference."""

import difflib
import re
from dataclasses import dataclass

from twicetold.judge import elsewhere, terminal
from twicetold.read.model import Example
from twicetold.read.snippet import Snippet
from twicetold.run.cold import LARGEST, Happened, signal_name
from twicetold.run.folder import Folder

_NOT_FOUND = re.compile(
    r"^\S+: (?:line )?\d+: (?:\S+: )?(.+): (?:command )?not found$", re.MULTILINE
)
SHOWN = 2_000  # characters of the beginning, and of the end, of a long output in a message
REPEAT = (
    "Make it repeatable (CREATE TABLE IF NOT EXISTS, a file written from scratch), or say on\n"
    'its page why it runs once:\n<!--pytest.mark.once(reason="…")-->'
)


@dataclass(frozen=True)
class Outcome:
    """How one run of one example ended.

    Args:
        problem: what is wrong, or None.
        skipped: why it was not run, or None.
        happened: what it did, or None if it was not run.
        fit: whether a page could show what it printed, as far as is known.
    """

    problem: str | None = None
    skipped: str | None = None
    happened: Happened | None = None
    fit: bool = True


@dataclass(frozen=True)
class Setting:
    """How an example was run, and what else is known of that than what it printed.

    Args:
        folder: where.
        sources: the page's programs by name.
        renew: the command that writes the page's outputs.
        limit: the seconds it had.
        told: what its guard wrote down, in lines.
        changed: what it did to the page's programs, as in `removed b.py, …`, or None.
    """

    folder: Folder
    sources: dict[str, Snippet]
    renew: str
    limit: float
    told: str = ""
    changed: str | None = None


def place(example: Example) -> str:
    """Return where an example is on its page, and its name, as messages begin."""
    return f"{example.where}:{example.line}: {example.title}"


def expected(example: Example) -> str:
    """Return the output that is shown for an example."""
    return example.output.text if example.output else ""


def judge(
    example: Example,
    expected: str,
    happened: Happened,
    run: Setting,
    again: bool,
    first: Outcome,
) -> Outcome:
    """Return how a run of an example ended.

    Args:
        example: as its page shows it.
        expected: the output that is shown.
        happened: what running it did.
        run: how it was run.
        again: whether this was the second run in the same folder.
        first: how the first one ended.
    """
    printed = terminal.shown(happened.output, run.folder)
    whole = terminal.in_the_project(happened.output, run.folder, run.sources)
    unfit = _unfit(example, happened, run, printed)
    if unfit is not None:
        problem: tuple[str, ...] | None = (unfit, _short(whole))
    else:
        problem = _difference(example, expected, printed, whole)
    if problem is None:
        return Outcome(happened=happened)
    when = " in the second run in the same folder, with another hash seed" if again else ""
    headline, *rest = problem
    parts = [f"{place(example)} {headline}{when}", *map(elsewhere.visible, rest)]
    differs = again and (first.happened is None or happened.output != first.happened.output)
    parts.append(
        _advice(example, headline, run.renew, differs, again and first.problem is None)
    )
    text = "\n\n".join(part.strip("\n") for part in parts if part)
    return Outcome(text, None, happened, unfit is None)


def difference(expected: str, printed: str, before: str, after: str) -> str:
    """Return a unified diff of two outputs; lines end at newlines alone.

    Args:
        expected: what is shown.
        printed: what happened.
        before: the name of the first.
        after: the name of the second.
    """
    old, new = (elsewhere.visible(text).split("\n") for text in (expected, printed))
    lines = difflib.unified_diff(old, new, before, after, lineterm="")
    if not old[-1] and not new[-1]:
        return "\n".join(difflib.unified_diff(old[:-1], new[:-1], before, after, lineterm=""))
    if expected.rstrip("\n") == printed.rstrip("\n"):
        return f"--- {before}\n+++ {after}\nthey differ in the newline at the end"
    return "\n".join(lines)


def _unfit(example: Example, happened: Happened, run: Setting, printed: str) -> str | None:
    """Return why what happened is nothing that a page can show, or None."""
    if happened.lost:
        return "was not run to its end: the process that ran it was killed"
    if happened.too_long:
        return f"was stopped: it ran longer than {run.limit:g} seconds"
    if happened.too_much:
        return f"was stopped: it printed more than {LARGEST} bytes"
    if happened.left:
        return "left a process running"
    if run.changed:
        return run.changed
    if happened.status < 0 and not example.must_fail:
        return f"was killed by {signal_name(happened.status)}"
    if happened.status != 0 and not example.must_fail:
        return f"failed with exit status {happened.status}"
    if happened.status == 0 and example.must_fail:
        return "did not fail, but its output is ```pytb"
    if run.told:
        said = run.told.split("\n")[0]
        if "Warning: " in said:
            return f"gave a warning that readers would not see like this: {said}"
        return f"did what an example may not do: {said}"
    missing = _NOT_FOUND.search(printed) if example.language == "sh" else None
    if missing and not example.must_fail:
        return f"calls what sh does not know: {missing[1]}"
    texts = [source.text for source in run.sources.values()]
    return elsewhere.unshowable(printed) or elsewhere.only_here(printed, texts)


def _short(whole: str) -> str:
    return whole if len(whole) <= 2 * SHOWN else f"{whole[:SHOWN]}\n…\n{whole[-SHOWN:]}"


def _difference(
    example: Example, expected: str, printed: str, whole: str
) -> tuple[str, ...] | None:
    """Return a headline and what belongs below it where an output is not the one shown."""
    if expected == printed:
        return None
    if example.output is None:
        return "printed this, but its page shows no output", whole
    changed = difference(expected, printed, f"shown: {example.output.where}", "happened")
    full = whole if terminal.HEADER in whole else ""
    headline = "printed nothing, but its page shows an output" if not printed else None
    return headline or "printed something else than its page shows", changed, full


_ADVICE = (
    ("was not run to its end", "Run the tests again."),
    (
        "was stopped: it ran",
        "End the program, or give it more time on its page:\n<!--pytest.mark.timeout(60)-->",
    ),
    ("was stopped: it printed", "Print less: all that it prints is shown on its page."),
    ("left", "Wait for the processes that it starts, or end them."),
    ("removed", "Leave the programs of the page as they are; readers have saved them."),
    ("changed", "Leave the programs of the page as they are; readers have saved them."),
    ("gave a warning", "Close what it opens, and use nothing that Python warns of."),
    ("did what", "Keep to the page's folder, and to this machine."),
    ("calls what", "Use commands of POSIX sh, or files of the page."),
    ("printed a character", "Print its repr(), or leave it out."),
    ("did not", 'If that is right, write ```text title="Output" above its output.'),
)


def _advice(
    example: Example, headline: str, renew: str, differs: bool, first_was_right: bool
) -> str:
    """Return what to do about a problem.

    Args:
        example: the program.
        headline: what is wrong.
        renew: the command that writes the outputs of its page.
        differs: whether this is the second run, and the first printed something else.
        first_was_right: whether this is the second run, and nothing was wrong with the first.
    """
    for start, advice in _ADVICE:
        if headline.startswith(start):
            return advice
    if "no page can show" in headline:
        return "End the last line, and write the character as an escape: print(repr(text))."
    if "which differs from machine" in headline:
        return "Print something that every reader gets."
    if first_was_right:
        return f"The first run was right. {REPEAT}"
    if differs:
        return f"The first run printed something else. {REPEAT}"
    if headline.startswith("printed this"):
        stem = example.name.rpartition(".")[0]
        if example.blocks:
            fence = '```text title="Output"\n```'
            return f"Show it, below the program:\n\n{fence}\n\nand fill the block: {renew}"
        return (
            "Show it, below the program:\n\n"
            "<!--pytest-codeblocks:expected-output-->\n"
            f'```text title="Output"\n--8<-- "{example.page}/{stem}.out"\n```\n\n'
            f"and write the file: {renew}"
        )
    if headline.startswith("printed"):
        return f"If what happened is right: {renew}"
    if headline.startswith("was killed"):
        return 'If that is what it is to show: ```pytb title="Output" above its output.'
    return 'If it is meant to fail, show that: ```pytb title="Output" above its output.'
