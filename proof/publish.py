"""Publish what is proven and nothing else: hold the built site to the receipts."""

import subprocess
import sys
from pathlib import Path

from proof import gather, html, receipt
from proof.fault import Fault
from proof.gather import Gathered, Standing
from proof.project import Project


def prove(project: Project) -> Gathered:
    """Run all programs here, unless receipts tell of each; return what they tell.

    Args:
        project: the sources.

    Raises:
        StaleError: if a file in `receipts/` is no receipt.
    """
    gathered = gather.gather(project)
    programs = [each for of_page in gathered.pages.values() for each in of_page]
    if not all(each.passed or each.skipped for each in programs):
        pytest = (
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "proof.pytest_plugin",
            "-q",
            "-n",
            "auto",
        )
        command = [*pytest, "docs", "--receipt", "receipts"]
        subprocess.run(command, cwd=project.root, check=False)
        gathered = gather.gather(project)
    return gathered


def unproven(gathered: Gathered, site: Path, complete: bool) -> list[Fault]:
    """Return a fault for each program that the built HTML shows and no receipt tells of.

    Args:
        gathered: the receipts.
        site: the folder with the built HTML.
        complete: whether a program that was skipped wherever it was tried is a fault too.
    """
    faults = []
    for path in sorted(site.rglob("*.html")):
        key, programs = html.programs(path)
        known = gathered.pages.get(key or "", ())
        where = f"site/{path.relative_to(site).as_posix()}"
        for program in programs:
            problem = _problem(receipt.digest(program.text, program.output), known, complete)
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


def _problem(digest: str, known: tuple[Standing, ...], complete: bool) -> str | None:
    """Return why a program with this digest may not be published, or None."""
    for each in known:
        if digest == each.sha256 or digest in each.sections:
            if each.passed:
                return None
            if each.skipped:
                return f"passed nowhere: {each.skipped}" if complete else None
            verdicts = {verdict for _, verdict, _ in each.verdicts}
            return "failed; see: make test" if "failed" in verdicts else "has no receipt"
    return "is not the text that was proven; to prove what the sources say: make build"
