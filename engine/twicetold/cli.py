"""Run the programs of Markdown pages as a reader would, twice; compare what they print."""

import argparse
import dataclasses
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from twicetold.base import tests, wanted
from twicetold.base.extra import MissingError
from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.base.settings import SettingsError
from twicetold.books import compare, ledger, outputs
from twicetold.foreign import verbs as foreign
from twicetold.mutate import report
from twicetold.mutate.report import Write
from twicetold.receipts import gather, hold
from twicetold.receipts.gather import Gathered
from twicetold.versions import matrix

_NAMES = """A page is named by its file, docs/notes.md, or by its key, notes.
Settings are in pyproject.toml, in [tool.twicetold]."""

_OWN = """These pages are run as they are written for twicetold: no list of failures is kept.
For other pages, set programs = "any" in [tool.twicetold] of pyproject.toml."""


def main() -> int:
    """Do what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="twicetold", description=__doc__, epilog=_NAMES)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", title="verbs")
    every = verbs.add_parser("run", help="run the programs and compare what they print")
    every.add_argument("pages", nargs="*", metavar="PAGE", help="all if none is named")
    every.add_argument("--receipt", action="store_true", help="write down what passed")
    every.add_argument("--json", default="", metavar="FILE", help="write all that is known")
    begin = verbs.add_parser("init", help="write settings, and down what fails today")
    begin.add_argument("pages", nargs="*", metavar="FOLDER", help="with the pages")
    add(verbs)
    arguments = parser.parse_args()
    any_site = Project(Path.cwd())
    if arguments.verb in {"run", "init", "outputs"} and foreign.is_foreign(any_site):
        return _foreign(any_site, arguments)
    project = here()
    if not project:
        return 2
    if arguments.verb == "ledger":
        faults = ledger.of_sources(project)
        return account(project, faults, arguments.json)
    return answer(project, arguments)


def _foreign(project: Project, arguments: argparse.Namespace) -> int:
    """Do one of the verbs for pages that were not written for the engine."""
    if arguments.verb == "run":
        return foreign.run(project, arguments.pages, arguments.json)
    work = foreign.init if arguments.verb == "init" else foreign.outputs
    return work(project, arguments.pages)


def run(work: Callable[[], int] = main) -> int:
    """Do what is asked for; where it is stopped from the keyboard, say that and no more."""
    try:
        return work()
    except (SettingsError, MissingError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def here() -> Project | None:
    """Return the project in the current folder; None where there is none, which it says."""
    project = Project(Path.cwd())
    if project.docs.is_dir():
        return project
    folder = project.settings.pages
    advice = "go to the project's folder, or set pages in [tool.twicetold] of pyproject.toml"
    print(f"no folder {folder}/ with pages here: {advice}", file=sys.stderr)
    return None


def add(verbs: Any) -> None:
    """Add these verbs to a command line.

    Args:
        verbs: what `argparse` makes as `subparsers`.
    """
    renew = verbs.add_parser("outputs", help="run the programs and write what they printed")
    books = verbs.add_parser("ledger", help="account for every block and every file")
    books.add_argument("--json", action="store_true", help="print JSON instead of a table")
    alter = verbs.add_parser(
        "mutate", help="alter one thing at a time; name what goes unnoticed"
    )
    for verb in (renew, alter):
        verb.add_argument("pages", nargs="*", metavar="PAGE", help="all if none is named")
    verbs.add_parser("gather", help="collect what the receipts say of the pages as they are")
    verbs.add_parser("prove", help="the same, after running what no receipt tells of")
    hold = verbs.add_parser("hold", help="refuse a built site that shows what is not proven")
    hold.add_argument("--complete", action="store_true", help="refuse what was skipped, too")
    verbs.add_parser("matrix", help="run the programs on each CPython that this machine has")


def answer(
    project: Project,
    arguments: argparse.Namespace,
    counted: Callable[[], None] = lambda: None,
    write: Write | None = None,
) -> int:
    """Do one of these verbs; return the exit status.

    Args:
        project: the sources.
        arguments: as the command line was read.
        counted: what is to be counted again once outputs were written.
        write: writes what altering all pages came to.
    """
    if arguments.verb == "init":
        print(_OWN, file=sys.stderr)
        return 2
    if arguments.verb not in {"run", "outputs", "mutate"}:
        return do(project, arguments.verb, arguments.verb == "hold" and arguments.complete)
    keys = _known(project, arguments.pages)
    if not keys:
        return 2
    if arguments.verb == "mutate":
        return report.do(project, keys, None if arguments.pages else write)
    if arguments.verb == "run":
        named = [project.name(project.page(key)) for key in keys] if arguments.pages else []
        return tests.run(project, named, tests.recorded(project) if arguments.receipt else [])
    return _outputs(project, keys, counted)


def account(project: Project, faults: list[Fault], as_json: bool) -> int:
    """Print the totals and what is not accounted for; return the exit status.

    Args:
        project: the sources.
        faults: what is not accounted for.
        as_json: whether to print JSON.
    """
    sums = ledger.totals(ledger.read_all(project), project.settings.runs)
    if as_json:
        books = dataclasses.asdict(sums) | {"unaccounted": [str(fault) for fault in faults]}
        print(json.dumps(books, indent=2))
    else:
        print(ledger.table(sums))
        print(f"{'unaccounted':14}{len(faults):6}")
        for fault in faults:
            print(fault, file=sys.stderr)
    return 1 if faults else 0


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
    keys = [wanted.plain(project, name) for name in names]
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
    none = f"none; to write one: {project.settings.record}"
    print(f"receipts: {_hosts(gathered) or none}")
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
        print(f"{project.name(project.site)}/ shows what passed on {_hosts(gathered)}")
    return _refused(faults)


def _refused(faults: list[Fault]) -> int:
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(f"refused: {len(faults)}")
    return 1 if faults else 0


def _matrix(project: Project) -> int:
    missing, failed = matrix.every(project)
    gathered = gather.gather(project)
    _gathered(project, gathered)
    for line in hold.skipped(gathered):
        print(f"not proven here: {line}")
    print(f"not on this machine: {', '.join(missing) or 'none'}")
    print(f"failed on: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def _hosts(gathered: Gathered) -> str:
    return ", ".join(f"{each.host.short} ({each.host.system})" for each in gathered.receipts)


if __name__ == "__main__":
    sys.exit(run())
