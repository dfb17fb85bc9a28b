"""The verbs of `python -m guide`: those of twicetold, and ledger, across, new, serve."""

import argparse
import sys
import tempfile
from pathlib import Path

from guide import across, computed, mutation, new_page, serving
from guide.build import BuildError, build
from twicetold import cli
from twicetold import verbs as engine
from twicetold.base import wanted
from twicetold.base.project import Project
from twicetold.books import compare, ledger
from twicetold.versions import interpreters


def main() -> int:
    """Do what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m guide", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    cli.add(verbs)
    verbs.add_parser("across", help="hand the data of each to each; write what they made of it")
    new = verbs.add_parser("new", help="make a page with its first programs")
    new.add_argument("page", nargs="?", default="", help="such as sqlite/upsert")
    live = verbs.add_parser("serve", help="serve the site while it is written")
    live.add_argument("--port", type=int, default=8000, help="of this machine; %(default)s")
    arguments = parser.parse_args()
    project = cli.here()
    if not project:
        return 2
    if arguments.verb == "ledger":
        return _ledger(project, arguments.json)
    if arguments.verb == "across":
        return _across(project)
    if arguments.verb == "new":
        return _new(project, wanted.plain(project, arguments.page))
    if arguments.verb == "serve":
        return serving.serve(project, arguments.port)
    return engine.do(project, arguments, lambda: _renew(project), mutation.write)


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
    return engine.account(project, sources + built, as_json)


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


def _renew(project: Project) -> None:
    """Renew the computed files, and name those that changed."""
    names = computed.write(project)
    if names:
        print(f"counted again: {', '.join(names)}")


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
    return cli.run(main)


if __name__ == "__main__":
    sys.exit(run())
