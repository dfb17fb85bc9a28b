"""Try the mutants of pages, say what goes unnoticed."""

import sys
from collections.abc import Callable
from itertools import groupby

from twicetold.base.project import Project
from twicetold.mutate import accepted, runs
from twicetold.mutate.accepted import Judged
from twicetold.read import page

Write = Callable[[Project, Judged, dict[str, str]], None]


def do(project: Project, keys: list[str], write: Write | None = None) -> int:
    """Try the mutants of pages; return the exit status.

    Args:
        project: where the pages are.
        keys: the pages to try.
        write: writes what a run of all pages came to, if nothing went unnoticed.
    """
    pages = [page.read(project, project.page(key)) for key in keys]
    limit = project.settings.timeout
    left_out = {each.key: why for each in pages if (why := runs.left_out(each, limit))}
    tried = [each for each in pages if each.examples and each.key not in left_out]
    reasons, _ = accepted.read(project.root)
    trials = []
    try:
        for key, group in groupby(runs.run(project, tried), lambda trial: trial.page):
            of_page = list(group)
            killed = sum(trial.killed for trial in of_page)
            print(f"{key}: killed {killed} of {len(of_page)}", flush=True)
            for trial in of_page:
                if not trial.killed and trial.entry not in reasons:
                    place = accepted.listed(project.root)
                    print(f"{trial}\n  not noticed; in {place}: {trial.entry}", flush=True)
            trials += of_page
    except runs.RedError as error:
        print(f"red without any mutant:\n{error}", file=sys.stderr)
        return 1
    judged = accepted.judge(project.root, trials, runs.all_of(tried), keys)
    for key, why in left_out.items():
        print(f"{key}: not tried, because {why}")
    for fault in judged.stale:
        print(fault, file=sys.stderr)
    if not tried:
        return 1 if judged.stale else 0
    listed, unnoticed = len(judged.accepted), len(judged.unnoticed)
    print(f"{judged.figure}; {listed} are right to survive, {unnoticed} were not noticed")
    if not runs.TELLS:
        print("closes were not dropped: Python 3.13 and newer report an open connection")
    elif write and not judged.unnoticed:
        write(project, judged, left_out)
    return 1 if judged.unnoticed or judged.stale else 0
