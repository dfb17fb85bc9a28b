"""The verbs of `python -m proof`: ledger, outputs, mutate, new, and those of receipts."""

import argparse
import dataclasses
import json
import sys
import tempfile
from pathlib import Path

from proof import (
    figures,
    ledger,
    mutate_verb,
    outputs,
    receipt_verbs,
    scaffold,
    shown,
)
from proof.build import BuildError, build
from proof.project import Project


def main() -> int:
    """Do what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m proof", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    books = verbs.add_parser("ledger", help="account for every block and every file")
    books.add_argument("--json", action="store_true", help="print JSON instead of a table")
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
    verbs.add_parser("across", help="hand the data of each to each; write what they made of it")
    new = verbs.add_parser("new", help="make a page with its first programs")
    new.add_argument("page", help="such as sqlite/upsert")
    arguments = parser.parse_args()
    project = Project(Path.cwd())
    if not project.config_file.is_file():
        print("no mkdocs.yml here: go to the project's folder", file=sys.stderr)
        return 2
    if arguments.verb == "ledger":
        return _ledger(project, arguments.json)
    if arguments.verb == "outputs":
        return _outputs(project, arguments.pages)
    if arguments.verb == "mutate":
        keys = _known(project, arguments.pages)
        return mutate_verb.do(project, keys, not arguments.pages) if keys else 2
    if arguments.verb == "new":
        return _new(project, arguments.page)
    complete = arguments.verb == "hold" and arguments.complete
    return receipt_verbs.do(project, arguments.verb, complete)


def _ledger(project: Project, as_json: bool) -> int:
    sources = ledger.of_sources(project)
    built = []
    if not sources:
        with tempfile.TemporaryDirectory() as folder:
            try:
                build(project, Path(folder))
            except BuildError as error:
                print(error, file=sys.stderr)
                return 1
            built = shown.of_site(project, Path(folder))
    sums = ledger.totals(ledger.read_all(project))
    faults = sorted([*sources, *built])
    if as_json:
        books = dataclasses.asdict(sums) | {"unaccounted": [str(fault) for fault in faults]}
        print(json.dumps(books, indent=2))
    else:
        print(figures.table(sums))
        print(f"{'unaccounted':14}{len(faults):6}")
        for fault in faults:
            print(fault, file=sys.stderr)
    return 1 if faults else 0


def _outputs(project: Project, keys: list[str]) -> int:
    keys = _known(project, keys)
    if not keys:
        return 2
    changed, refused = outputs.write(project, keys)
    changed += figures.write(project)
    for text in changed:
        print(text, end="\n\n")
    for text in refused:
        print(text, file=sys.stderr, end="\n\n")
    print(f"{len(changed)} changed, {len(refused)} refused")
    return 1 if refused else 0


def _known(project: Project, keys: list[str]) -> list[str]:
    """Return the keys, or those of all pages; none where a key is unknown, which it says."""
    unknown = [key for key in keys if not project.page(key).is_file()]
    if unknown:
        print(f"no page {', '.join(unknown)}; write it like sqlite/index", file=sys.stderr)
        return []
    return keys or [project.key(path) for path in project.pages()]


def _new(project: Project, key: str) -> int:
    try:
        made = scaffold.make(project, key)
    except scaffold.ScaffoldError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(made))
    figures.write(Project(project.root))
    return 0


if __name__ == "__main__":
    sys.exit(main())
