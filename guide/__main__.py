"""The verbs of `python -m guide`: ledger, outputs, mutate, new, serve, those of receipts."""

import argparse
import dataclasses
import json
import sys
import tempfile
from pathlib import Path

from guide import computed
from twicetold.books import ledger
from twicetold.mutate import verb
from twicetold.books import outputs
from twicetold.read import page
from twicetold import cli
from guide import new_page
from guide import serving
from twicetold.books import compare
from twicetold.base import wanted
from guide.build import BuildError, build
from twicetold.base.project import Project


def main() -> int:
    """Do what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m guide", description=__doc__)
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
    new.add_argument("page", nargs="?", default="", help="such as sqlite/upsert")
    live = verbs.add_parser("serve", help="serve the site while it is written")
    live.add_argument("--port", type=int, default=8000, help="of this machine; %(default)s")
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
        return verb.do(project, keys, not arguments.pages) if keys else 2
    if arguments.verb == "new":
        return _new(project, wanted.plain(arguments.page))
    if arguments.verb == "serve":
        return serving.serve(project, arguments.port)
    complete = arguments.verb == "hold" and arguments.complete
    return cli.do(project, arguments.verb, complete)


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
            built = compare.of_site(project, Path(folder))
    sums = ledger.totals(ledger.read_all(project))
    faults = sorted([*sources, *built])
    if as_json:
        books = dataclasses.asdict(sums) | {"unaccounted": [str(fault) for fault in faults]}
        print(json.dumps(books, indent=2))
    else:
        print(computed.table(sums))
        print(f"{'unaccounted':14}{len(faults):6}")
        for fault in faults:
            print(fault, file=sys.stderr)
    return 1 if faults else 0


def _outputs(project: Project, keys: list[str]) -> int:
    keys = _known(project, keys)
    if not keys:
        return 2
    changed, refused = outputs.write(project, keys)
    for key in keys:
        refused += _not_embedded(project, key)
    for text in changed:
        print(text, end="\n\n")
    for text in refused:
        print(text, file=sys.stderr, end="\n\n")
    _renew(project)
    print(f"{len(changed)} changed, {len(refused)} refused")
    return 1 if refused else 0


def _not_embedded(project: Project, key: str) -> list[str]:
    """Return a message for each program of a page's folder that the page does not show."""
    each = page.read(project, project.page(key))
    shown_here = {project.snippets / key / example.name for example in each.examples}
    return [
        f"{project.name(file)} was not run: {each.where} does not show it yet. To show it,\n"
        "without the second block if it prints nothing:\n\n"
        + new_page.embedding(key, file.relative_to(project.snippets / key).as_posix())
        for file in project.files(key)
        if file.suffix in {".py", ".sh"} and file not in shown_here
    ]


def _renew(project: Project) -> None:
    """Renew the computed files, and name those that changed."""
    names = computed.write(project)
    if names:
        print(f"counted again: {', '.join(names)}")


def _known(project: Project, names: list[str]) -> list[str]:
    """Return the keys, or those of all pages; none where one is unknown, which it says."""
    keys = [wanted.plain(name) for name in names]
    unknown = [key for key in keys if not project.page(key).is_file()]
    if unknown:
        print(wanted.unknown(project, unknown), file=sys.stderr)
        return []
    return keys or [project.key(path) for path in project.pages()]


def _new(project: Project, key: str) -> int:
    try:
        made = new_page.make(project, key)
    except new_page.ScaffoldError as error:
        print(error, file=sys.stderr)
        return 2
    print("\n".join(made))
    _renew(Project(project.root))
    print(f"It passes as it is made. Next, write its programs, then: make outputs PAGE={key}")
    return 0


def run() -> int:
    """Do what is asked for; where it is stopped from the keyboard, say that and no more."""
    try:
        return main()
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(run())
