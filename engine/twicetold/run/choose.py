"""Run examples in forks of warm interpreters, and cold where a fork would differ."""

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from twicetold.run import cold
from twicetold.run.cold import Happened, Request
from twicetold.run.unseen import file_hides
from twicetold.run.warm import Server, ServerError

_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+(\w+)", re.MULTILINE)
# What looks at the interpreter itself sees a server's: its modules, stack, memory, finders,
# streams.
_LOOKS_INSIDE = re.compile(
    r"\b(sys\.modules|tracemalloc|gc\.get_|getrusage|meta_path|find_spec|find_loader|faulthandler"
    r"|inspect\.stack|\w*currentframe|_getframe\w*|_current_frames|walk_stack|extract_stack"
    r"|print_stack|format_stack|stack_info|stacklevel|recursionlimit|RecursionError"
    r"|USER_(BASE|SITE)|getuser(base|sitepackages)|os\.close|closerange|dup2|sys\.std\w+\.\w*close"
    r"|detach|excepthook)\b"
)
_NEVER = {"__future__", "antigravity", "idlelib", "this", "tkinter", "turtle", "turtledemo"}


def imports(text: str) -> set[str]:
    """Return the top-level names of the modules that a program imports.

    Args:
        text: the program.
    """
    return set(_IMPORT.findall(text))


def modules(programs: Iterable[str]) -> list[str]:
    """Return the standard modules that the programs import, for a server to import first.

    Args:
        programs: their texts.
    """
    found = {name for text in programs for name in imports(text)}
    return sorted(found & sys.stdlib_module_names - _NEVER)


class Forks:
    """Servers that fork, one for each hash seed; a context manager.

    Args:
        warm: the modules that the servers import.
    """

    def __init__(self, warm: list[str]) -> None:
        self._warm = warm
        self._servers: dict[int, Server] = {}
        self._no_more = False

    def __enter__(self) -> "Forks":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for server in self._servers.values():
            server.close()
        self._servers.clear()

    def run(self, request: Request) -> Happened:
        """Run an example in a fork, or in a process of its own where that could differ.

        Args:
            request: the example.
        """
        if not available() or request.language != "python" or not request.strict:
            return cold.start(request)
        texts = _programs(request.folder.page, request.name)
        if texts is None or any(map(_LOOKS_INSIDE.search, texts)):
            return cold.start(request)
        server = self.server(request.seed)
        if server is None or not server.failed.isdisjoint(modules(texts)):
            return cold.start(request)
        try:
            return server.run(request)
        except ServerError:
            return self.run(request)

    def server(self, seed: int) -> Server | None:
        """Return the server of a hash seed, a new one if it was killed, None if none starts.

        Args:
            seed: the hash seed.
        """
        server = self._servers.get(seed)
        if server is not None and not server.alive:
            server.close()
            server = None
        if server is None and not self._no_more:
            try:
                server = self._servers[seed] = Server(seed, self._warm)
            except ServerError as error:
                self._no_more = True
                print(
                    f"no interpreter can be kept warm: {error}; each program gets its own",
                    file=sys.__stderr__,
                )
        return server


def available() -> bool:
    """Return whether this system can fork and watch a process."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


def _programs(folder: Path, name: str) -> list[str] | None:
    """Return the texts of a program and of the files beside it that it names.

    None means: a file has the name of a standard module, which is then hidden by it.

    Args:
        folder: the page's.
        name: the program's file in it.
    """
    program = folder / name
    others: dict[str, str] = {}
    for place, folders, files in os.walk(folder):
        if "pyvenv.cfg" in files:  # what is installed there is no part of this program
            folders.clear()
            continue
        inside = Path(place)
        if inside in (folder, program.parent) and any(
            file_hides(each, sys.stdlib_module_names) for each in (*folders, *files)
        ):
            return None
        found = (inside / file for file in files if file.endswith(".py"))
        texts = {file: file.read_text("utf-8", "replace") for file in found if file.is_file()}
        for file, text in texts.items():
            # A package is named by its folder.
            stem = file.stem if file.stem != "__init__" else file.parent.name
            others[stem] = others.get(stem, "") + text
    reached = [program.read_text("utf-8", "replace")]
    for text in reached:
        named = [stem for stem in others if stem in text]
        reached += [others.pop(stem) for stem in named]
    return reached
