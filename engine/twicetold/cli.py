"""Run the programs of Markdown pages as a reader would, twice; compare what they print."""

import argparse
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from twicetold import verbs
from twicetold.base.extra import MissingError
from twicetold.base.project import Project
from twicetold.base.settings import SettingsError

_NAMES = """A page is named by its file, docs/notes.md, its key, notes, its folder,
or a program of it.
Settings are in pyproject.toml, in [tool.twicetold]."""


def main() -> int:
    """Do what the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="twicetold", description=__doc__, epilog=_NAMES)
    known = parser.add_subparsers(dest="verb", required=True, metavar="VERB", title="verbs")
    every = known.add_parser("run", help="run the programs and compare what they print")
    every.add_argument("pages", nargs="*", metavar="PAGE", help="all if none is named")
    every.add_argument("--receipt", action="store_true", help="write down what passed")
    every.add_argument(
        "--skip-unchanged", action="store_true", help="but not what is as in a green run"
    )
    every.add_argument("--json", default="", metavar="FILE", help="write all that is known")
    every.add_argument(
        "--keep", action="store_true", help="leave the list of failures as it is"
    )
    more = "run them through uv on this one instead, as in 3.13; may be said more than once"
    every.add_argument("--python", action="append", default=[], metavar="VERSION", help=more)
    needs = "what the pages import, to be installed there"
    every.add_argument(
        "--with", action="append", default=[], dest="packages", metavar="PACKAGE", help=needs
    )
    begin = known.add_parser("init", help="write the settings, and a list of what fails today")
    begin.add_argument("pages", nargs="*", metavar="FOLDER", help="with the pages")
    add(known)
    arguments = parser.parse_args()
    if arguments.verb == "run" and arguments.python:
        if arguments.receipt or arguments.skip_unchanged or arguments.json:
            every.error("with --python go --with, --keep and pages, and nothing else")
        # Here, as each verb needs little of the engine.
        from twicetold.versions import through_uv

        return through_uv.run(arguments.python, arguments.packages, arguments.pages)
    any_site = Project(Path.cwd())
    foreign = any_site.is_foreign or (arguments.verb == "init" and not any_site.is_set)
    if arguments.verb in {"run", "init", "outputs"} and foreign:
        if arguments.verb == "run" and (arguments.receipt or arguments.skip_unchanged):
            every.error("--receipt and --skip-unchanged are for pages written for this engine")
        return _foreign(any_site, arguments)
    project = here()
    if not project:
        return 2
    return verbs.do(project, arguments)


def _foreign(project: Project, arguments: argparse.Namespace) -> int:
    """Do one of the verbs for pages that were not written for the engine."""
    from twicetold.foreign import verbs as foreign

    if arguments.verb == "run":
        return foreign.run(project, arguments.pages, arguments.json, arguments.keep)
    work = foreign.init if arguments.verb == "init" else foreign.outputs
    return work(project, arguments.pages)


def run(work: Callable[[], int] = main) -> int:
    """Do what is asked for; where a key or SIGTERM stops it, say that and no more."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
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


def add(parsers: Any) -> None:
    """Add these verbs to a command line.

    Args:
        parsers: what `argparse` makes as `subparsers`.
    """
    renew = parsers.add_parser("outputs", help="run the programs and write what they printed")
    books = parsers.add_parser("ledger", help="account for every block and every file")
    books.add_argument("--json", action="store_true", help="print JSON instead of a table")
    alter = parsers.add_parser(
        "mutate", help="alter one thing at a time; name what goes unnoticed"
    )
    for verb in (renew, alter):
        verb.add_argument("pages", nargs="*", metavar="PAGE", help="all if none is named")
    parsers.add_parser("gather", help="collect what the receipts say of the pages as they are")
    parsers.add_parser("prove", help="the same, after running what no receipt tells of")
    hold = parsers.add_parser("hold", help="refuse a built site that shows what is not proven")
    hold.add_argument("--complete", action="store_true", help="refuse what was skipped, too")
    parsers.add_parser("matrix", help="run the programs on each CPython that this machine has")


if __name__ == "__main__":
    sys.exit(run())
