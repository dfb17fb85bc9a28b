"""Run the programs of pages and write what they printed into their output files."""

import functools
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.judge import terminal, verdict
from twicetold.judge.page_run import SEEDS, Rehearsal, Run
from twicetold.read import page
from twicetold.read.model import Example, Page
from twicetold.run.choose import Forks, modules


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
            refused += [
                str(fault)
                for fault in ledger.of_page(project, each)
                if fault not in each.without_output
            ]
            if each.faults:
                continue
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
                try:
                    folder = Path(base) / "run"
                    folder.mkdir()
                    rehearsed = Rehearsal(project, each, folder, forks.run)
                except OSError as error:
                    refused.append(f"{each.where}:1: its programs can't be run: {error}")
                    continue
                for index, example in enumerate(each.examples):
                    again = functools.partial(
                        _seed_alone, project, each, index, forks.run, base
                    )
                    _one(project, rehearsed, index, example, again, changed, refused)
    return changed, refused


def not_embedded(project: Project, key: str) -> list[str]:
    """Return a message for each program of a page's folder that the page does not show.

    Args:
        project: where the page is.
        key: the page.
    """
    each = page.read(project, project.page(key))
    shown = {project.snippets / key / example.name for example in each.examples}
    return [
        f"{project.name(file)} was not run: {each.where} does not show it yet. To show it,\n"
        "without the second block if it prints nothing:\n\n"
        + _embedding(key, file.relative_to(project.snippets / key).as_posix())
        for file in project.files(key)
        if file.suffix in {".py", ".sh"} and file not in shown
    ]


def _embedding(key: str, name: str) -> str:
    """Return what to paste into a page, so that it shows a program and what it prints."""
    language = "sh" if name.endswith(".sh") else "python"
    return (
        f'```{language} title="{name}"\n--8<-- "{key}/{name}"\n```\n\n'
        "<!--pytest-codeblocks:expected-output-->\n"
        f'```text title="Output"\n--8<-- "{key}/{name.rpartition(".")[0]}.out"\n```'
    )


def _one(
    project: Project,
    rehearsed: Rehearsal,
    index: int,
    example: Example,
    seed_alone: Callable[[], str | None],
    changed: list[str],
    refused: list[str],
) -> None:
    outcomes = [rehearsed.outcome(index, again) for again in project.settings.rounds]
    first = outcomes[0].happened
    if first is None:
        refused += [each.problem for each in outcomes if each.problem]
        return
    second = outcomes[-1].happened or first
    printed = terminal.shown(first.output, rehearsed.folder)
    repeated = terminal.shown(second.output, rehearsed.folder)
    unfit = [each.problem for each in outcomes if each.problem and not each.fit]
    before = rehearsed.expected[index]
    if unfit:
        refused.append(unfit[0])
    elif printed and example.output is None:
        refused += [each.problem for each in outcomes if each.problem][:1]
    elif printed != repeated:
        diff = verdict.difference(printed, repeated, "first run", "second run, same folder")
        headline = f"{verdict.place(example)} printed two different outputs; none was written"
        refused.append(f"{headline}\n\n{diff}\n\n{_why(printed, seed_alone())}")
    elif example.output is not None:
        if not printed:
            refused.append(f"{verdict.place(example)} printed nothing; remove its output")
        elif printed != before:
            example.output.write_text(printed, "utf-8", newline="\n")
            name = project.name(example.output)
            changed.append(verdict.difference(before, printed, f"before: {name}", "written"))


def _seed_alone(project: Project, each: Page, index: int, run: Run, base: str) -> str | None:
    """Return what a program prints in a new folder with the second run's hash seed."""
    with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as other:
        seeds = (SEEDS[1], SEEDS[1])
        rehearsed = Rehearsal(project, each, Path(other), run, seeds=seeds)
        happened = rehearsed.outcome(index, again=False).happened
        return terminal.shown(happened.output, rehearsed.folder) if happened else None


def _why(printed: str, with_other_seed: str | None) -> str:
    """Return the likely reason why two runs differ, and what to do."""
    if printed == with_other_seed:
        return f"The first run left something that the second one found. {verdict.REPEAT}"
    return (
        "It differs in a new folder, too: by the order of a set, or by what changes with time\n"
        "or chance, such as an id, or by the number of processors, which is one more in the\n"
        "second run. Sort what it prints, or leave that out."
    )
