"""Run the pages that are named on stdin, in a process that keeps warm what runs them.

For each line, a page's key, it answers with a line of JSON: what is wrong with the page, or
nothing. Then it writes a receipt. It ends without an answer where the engine, Python or the
settings are no longer those with which it began: it would run pages with what it has imported.
"""

import json
import signal
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from twicetold import cache
from twicetold.base.project import Project
from twicetold.base.settings import SettingsError
from twicetold.books import ledger
from twicetold.judge import words
from twicetold.judge.page_run import SEEDS, PageRun
from twicetold.judge.verdict import Verdict
from twicetold.read import page
from twicetold.read.model import Page
from twicetold.receipts import gather, kept, receipt
from twicetold.run.choose import Forks, available, modules

if TYPE_CHECKING:
    from twicetold.cache.memory import Memory


def wrong(
    project: Project, key: str, forks: Forks, memory: "Memory | None"
) -> tuple[str, list[Verdict]]:
    """Run a page unless it is unchanged; return what is wrong with it, and the verdicts.

    Args:
        project: as it is now.
        key: of the page.
        forks: runs its programs.
        memory: what is known of green pages, if anything may be believed.
    """
    read = page.read(project, project.page(key))
    said = [str(fault) for fault in ledger.of_page(project, read)]
    verdicts = []
    known = memory is not None and memory.believes(read)
    if not (known and receipt.has(project.root / project.settings.receipts, read)):
        with tempfile.TemporaryDirectory(prefix="twicetold-") as base:
            runs = PageRun(project, read, Path(base), forks.run, recorded=memory is not None)
            places = [
                (n, again)
                for again in project.settings.rounds
                for n in range(len(read.examples))
            ]
            verdicts = [runs.verdict(*each) for each in places]
            if memory is not None:
                memory.keep(read, runs)
                memory.write()
    said += [words.told(each) for each in verdicts if each.wrong]
    return "\n\n".join(said), verdicts


def record(project: Project, read: Page, verdicts: list[Verdict]) -> None:
    """Write a receipt of a page that was run.

    Args:
        project: the sources.
        read: the page, as it was run.
        verdicts: of all its runs.
    """
    folder = receipt.fingerprint(read)
    made = receipt.make(project, ((read.key, kept.of(read, folder, e)) for e in verdicts))
    gather.renew(Project(project.root), made, project.root / project.settings.receipts)


def main() -> None:
    """Answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of the terminal, whose server ends this
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # and what it runs
    root = Path.cwd()
    memory = cache.of(Project(root))
    begun = memory and memory.world
    texts = (path.read_text("utf-8") for path in Project(root).snippets.rglob("*.py"))
    with Forks(modules(texts), recorded=memory is not None) as forks:
        for seed in SEEDS if available() else ():
            forks.server(seed)
        for line in sys.stdin:
            project, key = Project(root), line.strip()
            try:
                memory = cache.of(project)
                if (memory and memory.world) != begun:
                    return
                said, verdicts = wrong(project, key, forks, memory)
            except (OSError, SettingsError) as error:
                said, verdicts = str(error), []
            print(json.dumps(said), flush=True)
            if verdicts:
                record(project, page.read(project, project.page(key)), verdicts)


if __name__ == "__main__":
    main()
