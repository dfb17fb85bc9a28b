"""Run the programs of pages and write what they printed into their output files."""

import functools
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.judge import terminal, words
from twicetold.judge.page_run import SEEDS, PageRun, Run
from twicetold.read import page, typed
from twicetold.read.model import PROGRAM, Example, Output, Page
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
    with Forks(modules(texts), installed=project.settings.warm) as forks:
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
                    page_run = PageRun(project, each, folder, forks.run)
                except OSError as error:
                    refused.append(f"{each.where}:1: its programs can't be run: {error}")
                    continue
                new = []
                for index, example in enumerate(each.examples):
                    alone = functools.partial(
                        _seed_alone, project, each, index, forks.run, base
                    )
                    rounds = project.settings.rounds
                    printed = _one(rounds, page_run, index, example, alone, changed, refused)
                    if example.output and printed is not None:
                        new.append((example.output, printed))
            _write(project, each, new)
    return changed, refused


def not_embedded(project: Project, key: str) -> list[str]:
    """Return a message for each program of a page's folder that the page does not show.

    Args:
        project: where the page is.
        key: the page.
    """
    each = page.read(project, project.page(key))
    shown = {example.name for example in each.examples}
    return [
        f"{file.where} was not run: {each.where} does not show it yet. To show it,\n"
        "without the second block if it prints nothing:\n\n"
        + _embedding(key, file.name, project.settings.title)
        for file in each.files
        if file.kind == PROGRAM and file.name not in shown
    ]


def _embedding(key: str, name: str, title: str) -> str:
    """Return what to paste into a page, so that it shows a program and what it prints."""
    language = "sh" if name.endswith(".sh") else "python"
    return (
        f'```{language} title="{name}"\n--8<-- "{key}/{name}"\n```\n\n'
        "<!--pytest-codeblocks:expected-output-->\n"
        f'```text title="{title}"\n--8<-- "{key}/{name.rpartition(".")[0]}.out"\n```'
    )


def _write(project: Project, each: Page, new: list[tuple[Output, str]]) -> None:
    """Write outputs into their files, or into the page where they are written there."""
    for output, printed in new:
        if output.fence is None:
            (project.root / output.where).write_text(printed, "utf-8", newline="\n")
    inside = [(output.fence, printed) for output, printed in new if output.fence]
    if inside:
        path = project.page(each.key)
        text = typed.rewritten(path.read_bytes().decode("utf-8"), inside)
        path.write_bytes(text.encode("utf-8"))


def _one(
    rounds: tuple[bool, ...],
    page_run: PageRun,
    index: int,
    example: Example,
    seed_alone: Callable[[], str | None],
    changed: list[str],
    refused: list[str],
) -> str | None:
    """Return the output to write for a program, if it is not the one that is there."""
    verdicts = [page_run.verdict(index, again) for again in rounds]
    wrong = [each for each in verdicts if each.wrong]
    first = verdicts[0].happened
    if first is None:
        refused += (words.told(each) for each in wrong if not each.as_before)
        return None
    second = verdicts[-1].happened or first
    printed, repeated = (
        terminal.as_published(e.output, page_run.folder) for e in (first, second)
    )
    unfit = [each for each in wrong if not each.fit]
    before = page_run.expected[index]
    if unfit:
        refused.append(words.told(unfit[0]))
    elif printed and example.output is None:
        refused += map(words.told, wrong[:1])
    elif printed != repeated:
        diff = words.difference(printed, repeated, "first run", "second run, same folder")
        headline = f"{words.place(example)} printed two different outputs; none was written"
        refused.append(f"{headline}\n\n{diff}\n\n{_why(printed, seed_alone())}")
    elif example.output is not None:
        problem = typed.unshowable(printed) if example.output.fence else ""
        if not printed:
            refused.append(f"{words.place(example)} printed nothing; remove its output")
        elif problem:
            refused.append(f"{words.place(example)} printed what no page shows: {problem}")
        elif printed != before:
            name = f"before: {example.output.where}"
            changed.append(words.difference(before, printed, name, "written"))
            return printed
    return None


def _seed_alone(project: Project, each: Page, index: int, run: Run, base: str) -> str | None:
    """Return what a program prints in a new folder with the second run's hash seed."""
    with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as other:
        seeds = (SEEDS[1], SEEDS[1])
        page_run = PageRun(project, each, Path(other), run, seeds=seeds)
        verdict = page_run.verdict(index, again=False)
        return verdict.printed if verdict.happened else None


def _why(printed: str, with_other_seed: str | None) -> str:
    """Return the likely reason why two runs differ, and what to do."""
    if printed == with_other_seed:
        return f"The first run left something that the second one found. {words.REPEAT}"
    return (
        "It differs in a new folder, too: by the order of a set, or by what changes with time\n"
        "or chance, such as an id, or by the number of processors, which is one more in the\n"
        "second run. Sort what it prints, or leave that out."
    )
