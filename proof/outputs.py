"""Run the programs of pages and write what they printed into their output files."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from proof import page, process, terminal, verdict
from proof.forks import Forks, modules
from proof.model import Example, Page
from proof.project import Project
from proof.rehearsal import Rehearsal


def write(project: Project, keys: Iterable[str]) -> tuple[list[str], list[str]]:
    """Renew the outputs of pages; return what was changed and what was refused, as messages.

    Args:
        project: where the pages are.
        keys: the pages to run.
    """
    pages = [page.read(project, project.page(key)) for key in keys]
    changed: list[str] = []
    refused: list[str] = []
    texts = [example.source.text for each in pages for example in each.examples]
    with Forks(modules(texts)) as forks:
        for each in pages:
            if each.faults:
                refused += [str(fault) for fault in each.faults]
                continue
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
                rehearsed = Rehearsal(project, each, Path(base), forks.run)
                for index, example in enumerate(each.examples):
                    _one(project, each, rehearsed, index, example, changed, refused)
    return changed, refused


def _one(
    project: Project,
    each: Page,
    rehearsed: Rehearsal,
    index: int,
    example: Example,
    changed: list[str],
    refused: list[str],
) -> None:
    first = rehearsed.outcome(index, again=False).happened
    if first is None:
        return
    second = rehearsed.outcome(index, again=True).happened or first
    where = f"{example.where}:{example.line}: {example.title}"
    printed = terminal.shown(first.output, rehearsed.folder)
    repeated = terminal.shown(second.output, rehearsed.folder)
    unfit = _unfit(example, first) or _unfit(example, second)
    if unfit or (printed and example.output is None):
        reason = rehearsed.outcome(index, again=False).problem
        reason = reason or rehearsed.outcome(index, again=True).problem
        refused.append(reason or f"{where} {unfit}")
    elif printed != repeated:
        diff = verdict.difference(printed, repeated, "first run", "second run, other hash seed")
        refused.append(f"{where} printed two different outputs; none was written\n\n{diff}")
    elif example.output is not None:
        before = example.output.read_text("utf-8") if example.output.is_file() else ""
        if not printed:
            refused.append(f"{where} printed nothing; remove the output from its page")
        elif printed != before:
            example.output.write_text(printed, "utf-8", newline="\n")
            name = project.name(example.output)
            changed.append(verdict.difference(before, printed, f"before: {name}", "written"))


def _unfit(example: Example, happened: process.Happened) -> str:
    """Return why what happened is nothing to publish, or nothing."""
    if happened.too_long or happened.too_much or happened.left:
        return "did not end as it should"
    if (happened.status != 0) != example.must_fail:
        return f"ended with status {happened.status}"
    return ""
