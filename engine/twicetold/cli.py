"""The verbs of `twicetold`: outputs, mutate, and those of receipts."""

import argparse
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from twicetold.base import wanted
from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.books import compare, ledger, outputs
from twicetold.mutate import report
from twicetold.receipts import gather, hold
from twicetold.receipts.gather import Gathered
from twicetold.versions import interpreters, matrix


def main() -> int:
    """Do what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="twicetold", description=__doc__)
    add(parser.add_subparsers(dest="verb", required=True))
    arguments = parser.parse_args()
    project = here()
    return answer(project, arguments) if project else 2


def run(work: Callable[[], int] = main) -> int:
    """Do what is asked for; where it is stopped from the keyboard, say that and no more."""
    try:
        return work()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def here() -> Project | None:
    """Return the project in the current folder; None where there is none, which it says."""
    project = Project(Path.cwd())
    if project.config_file.is_file():
        return project
    print("no mkdocs.yml here: go to the project's folder", file=sys.stderr)
    return None


def add(verbs: Any) -> None:
    """Add these verbs to a command line.

    Args:
        verbs: what `argparse` makes as `subparsers`.
    """
    renew = verbs.add_parser("outputs", help="run the programs and write what they printed")
    renew.add_argument("pages", nargs="*", help="such as sqlite/index; all if none is named")
    alter = verbs.add_parser(
        "mutate", help="alter one thing at a time; name what goes unnoticed"
    )
    alter.add_argument("pages", nargs="*", help="such as sqlite/index; all if none is named")
    verbs.add_parser("gather", help="put the receipts where the pages find them")
    verbs.add_parser("prove", help="the same, after running what no receipt tells of")
    hold = verbs.add_parser("hold", help="refuse a built site that shows what is not proven")
    hold.add_argument("--complete", action="store_true", help="refuse what was skipped, too")
    verbs.add_parser("matrix", help="run the programs on each CPython that this machine has")


def answer(
    project: Project,
    arguments: argparse.Namespace,
    counted: Callable[[], None] = lambda: None,
    figure: Path | None = None,
) -> int:
    """Do one of these verbs; return the exit status.

    Args:
        project: the sources.
        arguments: as the command line was read.
        counted: what is to be counted again once outputs were written.
        figure: where to write what altering all pages came to.
    """
    if arguments.verb not in {"outputs", "mutate"}:
        return do(project, arguments.verb, arguments.verb == "hold" and arguments.complete)
    keys = _known(project, arguments.pages)
    if not keys:
        return 2
    if arguments.verb == "mutate":
        return report.do(project, keys, None if arguments.pages else figure)
    return _outputs(project, keys, counted)


def _outputs(project: Project, keys: list[str], counted: Callable[[], None]) -> int:
    changed, refused = outputs.write(project, keys)
    for key in keys:
        refused += outputs.not_embedded(project, key)
    for text in changed:
        print(text, end="\n\n")
    for text in refused:
        print(text, file=sys.stderr, end="\n\n")
    counted()
    print(f"{len(changed)} changed, {len(refused)} refused")
    return 1 if refused else 0


def _known(project: Project, names: list[str]) -> list[str]:
    """Return the keys, or those of all pages; none where one is unknown, which it says."""
    keys = [wanted.plain(name) for name in names]
    unknown = [key for key in keys if not project.page(key).is_file()]
    if unknown:
        print(wanted.unknown(project, unknown), file=sys.stderr)
        return []
    return keys or [project.key(path) for path in project.pages()]


def do(project: Project, verb: str, complete: bool) -> int:
    """Do what is asked for; return the exit status.

    Args:
        project: the sources.
        verb: `gather`, `prove`, `hold` or `matrix`.
        complete: whether to refuse what was skipped wherever it was tried.
    """
    try:
        if verb == "matrix":
            return _matrix(project)
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
        faults = hold.unpassed(gathered)
    return _refused(faults)


def _hold(project: Project, gathered: Gathered, complete: bool) -> int:
    faults = ledger.of_sources(project)
    faults = faults or hold.unproven(gathered, project.site, complete)
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


def _hosts(gathered: Gathered) -> str:
    return ", ".join(f"{each.host.short} ({each.host.system})" for each in gathered.receipts)


if __name__ == "__main__":
    sys.exit(run())
