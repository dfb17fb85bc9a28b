"""Tell verdicts to authors: what is wrong, where, and what to do about it."""

import difflib

from twicetold.judge import elsewhere, terminal
from twicetold.judge.verdict import Kind, Verdict
from twicetold.read.model import Example

SHOWN = 2_000  # characters of the beginning, and of the end, of a long output in a message
REPEAT = (
    "Make it repeatable (CREATE TABLE IF NOT EXISTS, a file written from scratch), or say on\n"
    'its page why it runs once:\n<!--pytest.mark.once(reason="…")-->'
)
_LEAVE = "Leave the programs of the page as they are; readers have saved them."
_EVERYWHERE = "Print something that every reader gets."
_RENEW = "If what happened is right: {renew}"
_SHOW = (
    "Show it, below the program:\n\n"
    "<!--pytest-codeblocks:expected-output-->\n"
    '```text title="{title}"\n--8<-- "{page}/{stem}.out"\n```\n\n'
    "and write the file: {renew}"
)
_FILL = (
    'Show it, below the program:\n\n```text title="{title}"\n```\n\nand fill the block: {renew}'
)
# What happened, with the facts of the verdict, and what to do.
_WORDS = {
    Kind.ABSENT: ("was not run: there is no {}", ""),
    Kind.LOST: (
        "was not run to its end: the process that ran it was killed",
        "Run the tests again.",
    ),
    Kind.TOO_LONG: (
        "was stopped: it ran longer than {} seconds",
        "End the program, or give it more time on its page:\n<!--pytest.mark.timeout(60)-->",
    ),
    Kind.TOO_MUCH: (
        "was stopped: it printed more than {} bytes",
        "Print less: all that it prints is shown on its page.",
    ),
    Kind.LEFT: (
        "left a process running",
        "Wait for the processes that it starts, or end them.",
    ),
    Kind.UNMADE: ("removed the folder {}", _LEAVE),
    Kind.CHANGED: ("changed {}, which its page shows", _LEAVE),
    Kind.REMOVED: ("removed {}, which its page shows", _LEAVE),
    Kind.KILLED: (
        "was killed by {}",
        'If that is what it is to show: ```pytb title="{title}" above its output.',
    ),
    Kind.FAILED: (
        "failed with exit status {}",
        'If it is meant to fail, show that: ```pytb title="{title}" above its output.',
    ),
    Kind.NOT_FAILED: (
        "did not fail, but its output is ```pytb",
        'If that is right, write ```text title="{title}" above its output.',
    ),
    Kind.WARNED: (
        "gave a warning that readers would not see like this: {}",
        "Close what it opens, and use nothing that Python warns of.",
    ),
    Kind.FORBIDDEN: (
        "did what an example may not do: {}",
        "Keep to the page's folder, and to this machine.",
    ),
    Kind.NO_COMMAND: (
        "calls what sh does not know: {}",
        "Use commands of POSIX sh, or files of the page.",
    ),
    Kind.CHARACTER: (
        "printed a character that no page can show, {}, in line {}",
        "Print its repr(), or leave it out.",
    ),
    Kind.NO_NEWLINE: (
        "printed a last line without a newline, which no page can show",
        "End the last line, and write the character as an escape: print(repr(text)).",
    ),
    Kind.MACHINE: ("printed {}, which differs from machine to machine: {}", _EVERYWHERE),
    Kind.DAY: ("printed {}, which differs from day to day: {}", _EVERYWHERE),
    Kind.NOT_SHOWN: ("printed this, but its page shows no output", _SHOW),
    Kind.UNTITLED: (
        "printed this, but the block below, line {}, has no title",
        'If that is its output, write ```text title="{title}" there.',
    ),
    Kind.SILENT: ("printed nothing, but its page shows an output", _RENEW),
    Kind.DIFFERS: ("printed something else than its page shows", _RENEW),
}
AS_BEFORE = "it went wrong as in the first run"
# Where the second run alone ends so, that is what to say of it.
_BY_REPEATING = {
    Kind.KILLED,
    Kind.FAILED,
    Kind.NOT_SHOWN,
    Kind.UNTITLED,
    Kind.SILENT,
    Kind.DIFFERS,
}


def place(example: Example) -> str:
    """Return where an example is on its page, and its name, as messages begin."""
    return f"{example.where}:{example.line}: {example.title}"


def told(verdict: Verdict) -> str:
    """Return all that an author needs to know of a verdict.

    Args:
        verdict: on a run with which something is wrong.
    """
    headline = _WORDS[verdict.kind][0].format(*verdict.finding.facts)
    if verdict.first and verdict.happened:
        headline += " in the second run in the same folder, with another hash seed"
    parts = [
        f"{place(verdict.example)} {headline}",
        *map(elsewhere.visible, _below(verdict)),
        _advice(verdict),
    ]
    return "\n\n".join(part.strip("\n") for part in parts if part)


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


def _below(verdict: Verdict) -> tuple[str, ...]:
    """Return what belongs below the headline: the output, or where it differs."""
    whole, example = verdict.whole, verdict.example
    if not verdict.fit:
        is_short = len(whole) <= 2 * SHOWN
        return (whole if is_short else f"{whole[:SHOWN]}\n…\n{whole[-SHOWN:]}",)
    if verdict.kind is Kind.NOT_SHOWN or example.output is None:
        return (whole,)
    shown = f"shown: {example.output.where}"
    changed = difference(verdict.expected, verdict.printed, shown, "happened")
    return changed, whole if terminal.HEADER in whole else ""


def _advice(verdict: Verdict) -> str:
    if verdict.first and verdict.kind in _BY_REPEATING:
        if not verdict.first.wrong:
            return f"The first run was right. {REPEAT}"
        if not verdict.repeats:
            return f"The first run printed something else. {REPEAT}"
    page, stem = verdict.example.page, verdict.example.name.rpartition(".")[0]
    advice = _WORDS[verdict.kind][1]
    if verdict.kind is Kind.NOT_SHOWN and verdict.example.blocks:
        advice = _FILL
    return advice.format(page=page, stem=stem, renew=verdict.renew, title=verdict.title)
