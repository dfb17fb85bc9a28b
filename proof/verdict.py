"""Compare what a page shows with what happened; say what to do about a difference."""

import difflib

from proof import terminal
from proof.folder import Folder
from proof.model import Example
from proof.process import LARGEST, Happened, signal_name
from proof.snippet import Snippet


def judge(
    example: Example,
    happened: Happened,
    folder: Folder,
    sources: dict[str, Snippet],
    limit: float,
    again: bool,
    first_was_right: bool,
) -> str | None:
    """Return what is wrong with an example that was run, or None.

    Args:
        example: as its page shows it.
        happened: what running it did.
        folder: where it ran.
        sources: the page's programs by name.
        limit: the seconds it had.
        again: whether this was the second run in the same folder.
        first_was_right: whether nothing was wrong with the first.
    """
    file = example.output
    expected = file.read_text("utf-8") if file is not None and file.is_file() else ""
    printed = terminal.shown(happened.output, folder)
    home = f"snippets/{example.page}"
    whole = terminal.in_the_project(happened.output, folder, home, sources)
    problem = _problem(example, happened, expected, printed, whole, limit)
    if problem is None:
        return None
    when = " in the second run in the same folder, with another hash seed" if again else ""
    headline, *rest = problem
    parts = [f"{example.where}:{example.line}: {example.title} {headline}{when}", *rest]
    parts.append(_advice(example, headline, again and first_was_right))
    return "\n\n".join(part.strip("\n") for part in parts if part)


def difference(expected: str, printed: str, before: str, after: str) -> str:
    """Return a unified diff of two outputs.

    Args:
        expected: what is shown.
        printed: what happened.
        before: the name of the first.
        after: the name of the second.
    """
    lines = difflib.unified_diff(
        expected.splitlines(), printed.splitlines(), before, after, lineterm=""
    )
    text = "\n".join(lines)
    if not text and expected != printed:
        return f"--- {before}\n+++ {after}\nthey differ in the newline at the end"
    return text


def _problem(
    example: Example, happened: Happened, expected: str, printed: str, whole: str, limit: float
) -> tuple[str, ...] | None:
    """Return a headline and what belongs below it, or None."""
    if happened.too_long:
        return f"was stopped: it ran longer than {limit:g} seconds", whole
    if happened.too_much:
        return f"was stopped: it printed more than {LARGEST} bytes", whole[:2000]
    if happened.left:
        return "left a process running", whole
    if happened.status < 0 and not example.must_fail:
        return f"was killed by {signal_name(happened.status)}", whole
    if happened.status != 0 and not example.must_fail:
        return f"failed with exit status {happened.status}", whole
    if happened.status == 0 and example.must_fail:
        return "did not fail, but its output is ```pytb", whole
    if expected == printed:
        return None
    if example.output is None:
        return "printed this, but its page shows no output", whole
    shown = f"snippets/{example.page}/{example.output.name}"
    changed = difference(expected, printed, f"shown: {shown}", "happened")
    full = whole if terminal.HEADER in whole else ""
    headline = "printed nothing, but its page shows an output" if not printed else None
    return headline or "printed something else than its page shows", changed, full


def _advice(example: Example, headline: str, only_again: bool) -> str:
    outputs = f"make outputs PAGE={example.page}"
    if headline.startswith("was stopped: it ran"):
        return (
            "End the program, or give it more time on its page:\n<!--pytest.mark.timeout(60)-->"
        )
    if headline.startswith("left"):
        return "Wait for the processes that it starts, or end them."
    if only_again:
        return (
            "The first run was right. Make it repeatable (CREATE TABLE IF NOT EXISTS, sorted\n"
            "output), or say on its page why it runs once:\n"
            '<!--pytest.mark.once(reason="…")-->'
        )
    if headline.startswith("printed this"):
        stem = example.name.rpartition(".")[0]
        return (
            "Show it, below the program:\n\n"
            "<!--pytest-codeblocks:expected-output-->\n"
            f'```text title="Output"\n--8<-- "{example.page}/{stem}.out"\n```\n\n'
            f"and write the file: {outputs}"
        )
    if headline.startswith("printed"):
        return f"If what happened is right: {outputs}"
    if headline.startswith("did not"):
        return 'If that is right, write ```text title="Output" above its output.'
    return 'If it is meant to fail, show that: ```pytb title="Output" above its output.'
