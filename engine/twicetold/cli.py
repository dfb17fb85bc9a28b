"""The verbs of `python -m guide` that make receipts, gather them, and hold the site to them."""

import shlex
import subprocess
import sys

from guide import across
from twicetold.receipts import gather
from twicetold.versions import interpreters
from twicetold.books import ledger
from twicetold.versions import matrix
from twicetold.receipts import hold
from twicetold.books import compare
from twicetold.base.fault import Fault
from twicetold.receipts.gather import Gathered
from twicetold.base.project import Project


def do(project: Project, verb: str, complete: bool) -> int:
    """Do what is asked for; return the exit status.

    Args:
        project: the sources.
        verb: `gather`, `prove`, `hold`, `matrix` or `across`.
        complete: whether to refuse what was skipped wherever it was tried.
    """
    try:
        if verb == "matrix":
            return _matrix(project)
        if verb == "across":
            return _across(project)
        if verb == "prove":
            return _prove(project)
        gathered = gather.gather(project)
    except gather.StaleError as error:
        print(error, file=sys.stderr)
        return 1
    if verb == "hold":
        return _hold(project, gathered, complete)
    return _gathered(project, gathered)


def _gathered(project: Project, gathered: Gathered) -> int:
    gather.write(project, gathered)
    print(f"receipts: {_hosts(gathered) or 'none; to write one: make test'}")
    return 0


def _prove(project: Project) -> int:
    faults = ledger.of_sources(project)
    if not faults:
        gathered = hold.prove(project)
        _gathered(project, gathered)
        faults = hold.unpassed(project, gathered)
    return _refused(faults)


def _hold(project: Project, gathered: Gathered, complete: bool) -> int:
    faults = ledger.of_sources(project)
    faults = faults or hold.unproven(project, gathered, project.site, complete)
    faults = faults or compare.of_site(project, project.site)
    for line in hold.skipped(gathered):
        print(f"not proven here: {line}")
    if not faults:
        print(f"site/ shows what passed on {_hosts(gathered)}")
    return _refused(faults)


def _refused(faults: list[Fault]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"refused: {len(faults)}")
    return 1 if faults else 0


def _matrix(project: Project) -> int:
    found = interpreters.find()
    failed = []
    for each in found:
        print(f"CPython {each.version}: {each.path}", flush=True)
        try:
            if matrix.run(project, each) != 0:
                failed.append(each.short)
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"no environment for it: {_why(error)}", file=sys.stderr)
            failed.append(f"{each.short} (no environment)")
    missing = matrix.missing(found)
    gathered = gather.gather(project)
    _gathered(project, gathered)
    for line in hold.skipped(gathered):
        print(f"not proven here: {line}")
    print(f"not on this machine: {', '.join(missing) or 'none'}")
    print(f"failed on: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def _why(error: OSError | subprocess.CalledProcessError) -> str:
    if isinstance(error, OSError):
        return str(error)
    return f"{shlex.join(error.cmd)} failed"


def _across(project: Project) -> int:
    found = interpreters.find()
    for each in across.HANDOVERS:
        path = project.root / "theme" / "includes" / each.file
        cells = across.compute(project, each, found)
        lost = sorted({reader for _, reader in across.read(path).keys() - cells.keys()})
        if lost:
            print(f"{project.name(path)} stays: this machine has no {', '.join(lost)}")
        else:
            path.write_text(across.text(each, found, cells), "utf-8", newline="\n")
            print(path.read_text("utf-8"))
    return 0


def _hosts(gathered: Gathered) -> str:
    return ", ".join(f"{each.host.short} ({each.host.system})" for each in gathered.receipts)
