"""Run the programs of any site in forks of interpreters that have what many of them import."""

import ast
import json
import shutil
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from twicetold.foreign import play, sort
from twicetold.foreign.model import Foreign
from twicetold.run import choose, cold
from twicetold.run.choose import Forks
from twicetold.run.cold import Happened, Request
from twicetold.run.folder import empty

ENOUGH = 8  # programs that import a package, for it to be worth the time of finding out
PROBE = Path(__file__).with_name("probe.py")


class Warm:
    """Interpreters for each thread that runs pages.

    Args:
        pages: those that are run.
    """

    def __init__(self, pages: Iterable[Foreign]) -> None:
        texts = [play.text_of(block) for page in pages for block in page.blocks if block.runs]
        self._modules = choose.modules([*texts, play.PLAYER.read_text("utf-8")])
        self._installed = brought(texts) if choose.available() else []
        self._own = threading.local()
        self._all: list[Forks] = []

    def run(self, request: Request) -> Happened:
        """Run programs in a fork, or in a process of their own where that could differ.

        Args:
            request: the programs.
        """
        if not hasattr(self._own, "forks"):
            self._own.forks = Forks(
                self._modules, installed=self._installed, alone=False, strict=False
            )
            self._all.append(self._own.forks)
        happened: Happened = self._own.forks.run(request)
        return happened

    def close(self) -> None:
        """End the interpreters."""
        for forks in self._all:
            forks.close()

    def kill(self) -> None:
        """Kill all that runs, from another thread; nothing is run any more."""
        cold.kill_running()
        for forks in self._all:
            forks.kill()


def brought(texts: Iterable[str]) -> list[str]:
    """Return the modules that come with the packages that many programs import.

    Args:
        texts: of the programs.
    """
    counts: Counter[str] = Counter()
    statements: dict[str, dict[str, None]] = {}
    for text in texts:
        found = dict(_imports(text))
        counts.update(set(found.values()))
        for statement, package in found.items():
            statements.setdefault(package, {})[statement] = None
    often = (package for package, count in counts.items() if count >= ENOUGH)
    return list(dict.fromkeys(name for each in often for name in _probe([*statements[each]])))


def _imports(text: str) -> Iterator[tuple[str, str]]:
    """Yield each statement of a program that imports what is not Python's own, and of what."""
    try:
        tree = sort.parsed(text)
    except (SyntaxError, ValueError):
        return
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names:
            yield ast.unparse(node), top


def _probe(statements: list[str]) -> list[str]:
    """Return what a process has imported that ran these statements, if it can tell."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = empty(Path(name))
        shutil.copyfile(PROBE, folder.base / PROBE.name)
        (folder.page / "statements.json").write_text(json.dumps(statements), "utf-8")
        cold.start(Request(folder, f"../{PROBE.name}"))
        file = folder.page / "brought.json"
        found: list[str] = json.loads(file.read_text("utf-8")) if file.is_file() else []
        return found
