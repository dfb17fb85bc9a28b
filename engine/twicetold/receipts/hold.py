"""Publish what is proven and nothing else: hold the built site to the receipts."""

from pathlib import Path

from twicetold.base import host, tests
from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.books import built
from twicetold.receipts import gather
from twicetold.receipts.gather import Gathered, Known


def prove(project: Project) -> Gathered:
    """Run here the pages with a program that no receipt tells of; return what is told then.

    A receipt that the settings name besides does not keep a page from being run: what passed in
    a browser has not been a process.

    Args:
        project: the sources.

    Raises:
        StaleError: if a file in `receipts/` is no receipt.
    """
    pages = [
        project.name(project.page(key))
        for key, programs in gather.gather(project, brought=False).pages.items()
        if not all(each.passed or each.skipped for each in programs)
    ]
    if pages:
        tests.run(project, pages, tests.recorded(project))
    return gather.gather(project)


def unpassed(project: Project, gathered: Gathered) -> list[Fault]:
    """Return a fault for each program of the sources that did not pass, nor was skipped.

    Args:
        project: the sources.
        gathered: the receipts.
    """
    return [
        Fault(each.example.where, each.example.line, f"{each.example.title} {problem}")
        for programs in gathered.pages.values()
        for each in programs
        if (problem := _unpassed(project, gathered, each, complete=False))
    ]


def unproven(project: Project, gathered: Gathered, site: Path, complete: bool) -> list[Fault]:
    """Return a fault for each program that the built HTML shows and no receipt tells of.

    Args:
        project: the sources.
        gathered: the receipts.
        site: the folder with the built HTML.
        complete: whether a program that was skipped wherever it was tried is a fault too.
    """
    faults = []
    for path in sorted(site.rglob("*.html")):
        where = f"{site.name}/{path.relative_to(site).as_posix()}"
        for card in built.cards(path):
            known = gathered.pages.get(card.key or "", ())
            told = [e for e in known if not card.either.isdisjoint({e.sha256, *e.sections})]
            problem: str | None = _OTHER + project.settings.prove
            if told and card.digest in card.either:  # nothing is true because it is written
                problem = _unpassed(project, gathered, told[0], complete)
            if problem:
                faults.append(Fault(where, card.line, f"{card.name} {problem}"))
    return faults


def skipped(gathered: Gathered) -> list[str]:
    """Return a line for each program that was skipped wherever it was tried.

    Args:
        gathered: the receipts.
    """
    return [
        f"{key}: {each.example.title}: {each.skipped}"
        for key, programs in gathered.pages.items()
        for each in programs
        if each.skipped
    ]


_OTHER = "is not the text that was proven; to prove what the sources say: "


def _unpassed(project: Project, gathered: Gathered, each: Known, complete: bool) -> str | None:
    """Return why a program may not be published, and what to do; or None."""
    if each.passed:
        return None
    if each.skipped:
        return f"passed nowhere: {each.skipped}" if complete else None
    failed = [
        gathered.receipts[place].host
        for place, verdict, _ in each.verdicts
        if verdict == "failed"
    ]
    ours = host.this()
    if not failed:
        return f"has no receipt; to see why: pytest {each.example.where}"
    if ours in failed:
        return f"failed; to see how: pytest {each.example.where}"
    there = failed[0]
    return (
        f"failed on Python {there.python} ({there.system}); run it there again: "
        f"{project.settings.matrix},\n"
        f"or remove what that run wrote: {project.settings.receipts}/{there.file}"
    )
