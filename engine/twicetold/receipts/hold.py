"""Publish what is proven and nothing else: hold the built site to the receipts."""

from pathlib import Path

from twicetold.base import host, tests
from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.books import built, ledger
from twicetold.receipts import gather, receipt
from twicetold.receipts.gather import Gathered, Standing


def prove(project: Project) -> Gathered:
    """Run here the pages with a program that no receipt tells of; return what is told then.

    Args:
        project: the sources.

    Raises:
        StaleError: if a file in `receipts/` is no receipt.
    """
    gathered = gather.gather(project)
    pages = [
        project.name(project.page(key))
        for key, programs in gathered.pages.items()
        if not all(each.passed or each.skipped for each in programs)
    ]
    if pages:
        tests.run(project, pages, tests.recorded(project))
        gathered = gather.gather(project)
    return gathered


def unpassed(project: Project, gathered: Gathered) -> list[Fault]:
    """Return a fault for each program of the sources that did not pass, nor was skipped.

    Args:
        project: the sources.
        gathered: the receipts.
    """
    faults = []
    for each in ledger.read_all(project):
        known = gathered.pages.get(each.key, ())
        for example, standing in zip(each.examples, known, strict=True):
            problem = _unpassed(project, gathered, each.where, standing, complete=False)
            if problem:
                faults.append(Fault(each.where, example.line, f"{standing.title} {problem}"))
    return faults


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
        key, programs = built.programs(path)
        known = gathered.pages.get(key or "", ())
        source = project.name(project.page(key or ""))
        where = f"{site.name}/{path.relative_to(site).as_posix()}"
        for program in programs:
            digest = receipt.digest(program.text, program.output)
            told = [e for e in known if digest == e.sha256 or digest in e.sections]
            problem: str | None = _OTHER + project.settings.prove
            if told:
                problem = _unpassed(project, gathered, source, told[0], complete)
            if problem:
                faults.append(Fault(where, program.line, f"{program.title} {problem}"))
    return faults


def skipped(gathered: Gathered) -> list[str]:
    """Return a line for each program that was skipped wherever it was tried.

    Args:
        gathered: the receipts.
    """
    return [
        f"{key}: {each.title}: {each.skipped}"
        for key, programs in gathered.pages.items()
        for each in programs
        if each.skipped
    ]


_OTHER = "is not the text that was proven; to prove what the sources say: "


def _unpassed(
    project: Project, gathered: Gathered, source: str, each: Standing, complete: bool
) -> str | None:
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
        return f"has no receipt; to see why: pytest {source}"
    if ours in failed:
        return f"failed; to see how: pytest {source}"
    there = failed[0]
    return (
        f"failed on Python {there.python} ({there.system}); run it there again: "
        f"{project.settings.matrix},\n"
        f"or remove what that run wrote: {project.settings.receipts}/{there.file}"
    )
