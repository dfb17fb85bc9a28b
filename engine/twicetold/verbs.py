"""What each verb does in a project, and what it prints; a site's own verbs call these, too."""

import argparse
import dataclasses
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from twicetold import few
from twicetold.base import tests, wanted
from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.books import ledger

if TYPE_CHECKING:
    from twicetold.mutate.report import Write
    from twicetold.receipts.gather import Gathered

_OWN = """These pages are run as they are written for twicetold: no list of failures is kept.
For other pages, set programs = "any" in [tool.twicetold] of pyproject.toml."""


def do(
    project: Project,
    arguments: argparse.Namespace,
    counted: Callable[[], None] = lambda: None,
    write: "Write | None" = None,
) -> int:
    """Do one of these verbs; return the exit status.

    Args:
        project: the sources.
        arguments: as the command line was read.
        counted: what is to be counted again once outputs were written.
        write: writes what altering all pages came to.
    """
    if arguments.verb == "ledger":
        return account(project, ledger.of_sources(project), arguments.json)
    if arguments.verb == "init":
        print(_OWN, file=sys.stderr)
        return 2
    if arguments.verb not in {"run", "outputs", "mutate"}:
        return on_receipts(project, arguments.verb, getattr(arguments, "complete", False))
    keys = _known(project, arguments.pages)
    if not keys:
        return 2
    if arguments.verb == "mutate":
        from twicetold.mutate import report  # here, as each verb needs little of the engine

        return report.do(project, keys, None if arguments.pages else write)
    if arguments.verb == "run":
        named = [project.name(project.page(key)) for key in keys] if arguments.pages else []
        options = tests.recorded(project) if arguments.receipt else []
        options += ["--skip-unchanged"] if arguments.skip_unchanged else []
        if named and not options and few.suits(project, keys):
            return few.run(project, keys)
        return tests.run(project, named, options)
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
        import json

        books = dataclasses.asdict(sums) | {"unaccounted": [str(fault) for fault in faults]}
        print(json.dumps(books, indent=2))
    else:
        print(ledger.table(sums))
        print(f"{'unaccounted':14}{len(faults):6}")
        for fault in faults:
            print(fault, file=sys.stderr)
    return 1 if faults else 0


def _outputs(project: Project, keys: list[str], counted: Callable[[], None]) -> int:
    from twicetold.books import outputs

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
    found = {name: wanted.keys(project, name) for name in names or ["."]}
    unknown = [name for name, keys in found.items() if not keys]
    if unknown:
        print(wanted.unknown(project, unknown), file=sys.stderr)
        return []
    return list(dict.fromkeys(key for keys in found.values() for key in keys))


def on_receipts(project: Project, verb: str, complete: bool = False) -> int:
    """Do one of the verbs on receipts; return the exit status.

    Args:
        project: the sources.
        verb: `gather`, `prove`, `hold` or `matrix`.
        complete: whether to refuse what was skipped wherever it was tried.
    """
    from twicetold.receipts import gather

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


def _gathered(project: Project, gathered: "Gathered") -> int:
    from twicetold.receipts import gather

    gather.write(project, gathered)
    none = f"none; to write one: {project.settings.record}"
    print(f"receipts: {_hosts(gathered) or none}")
    return 0


def _prove(project: Project) -> int:
    from twicetold.receipts import hold

    faults = ledger.of_sources(project)
    if not faults:
        gathered = hold.prove(project)
        _gathered(project, gathered)
        faults = hold.unpassed(project, gathered)
    return _refused(faults)


def _hold(project: Project, gathered: "Gathered", complete: bool) -> int:
    from twicetold.books import compare
    from twicetold.receipts import hold

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
    from twicetold.receipts import gather, hold
    from twicetold.versions import matrix

    missing, failed = matrix.every(project)
    gathered = gather.gather(project)
    _gathered(project, gathered)
    for line in hold.skipped(gathered):
        print(f"not proven here: {line}")
    print(f"not on this machine: {', '.join(missing) or 'none'}")
    print(f"failed on: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def _hosts(gathered: "Gathered") -> str:
    return ", ".join(f"{each.host.short} ({each.host.system})" for each in gathered.receipts)
