"""Run examples in forks of warm interpreters, and cold where a fork would differ."""

import functools
import os
import re
import sys
from collections.abc import Iterable, Sequence
from types import TracebackType

from twicetold.base import host
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


@functools.lru_cache(maxsize=1024)
def imports(text: str) -> frozenset[str]:
    """Return the top-level names of the modules that a program imports.

    Args:
        text: the program.
    """
    return frozenset(_IMPORT.findall(text))


@functools.lru_cache(maxsize=1024)
def _looks_inside(text: str) -> bool:
    return _LOOKS_INSIDE.search(text) is not None


def modules(programs: Iterable[str]) -> list[str]:
    """Return the standard modules that the programs import, for a server to import first.

    Args:
        programs: their texts.
    """
    found = {name for text in programs for name in imports(text)}
    return sorted(found & sys.stdlib_module_names - _NEVER)


class Forks:
    """Servers that fork, one or two for each hash seed; a context manager.

    Args:
        warm: the modules that the servers import.
        recorded: whether to write down what examples ask for outside their folder.
        installed: modules that are not Python's own, which servers of their own import, for
            examples that import one of their packages; none if `recorded`.
        alone: whether a processor is idle between two examples, and can make ready the next.
        strict: whether the examples may not give a warning; others are run cold.
    """

    def __init__(
        self,
        warm: list[str],
        recorded: bool = False,
        installed: Sequence[str] = (),
        alone: bool = True,
        strict: bool = True,
    ) -> None:
        self._strict = strict
        self._warm = warm
        self._recorded = recorded
        self._installed = () if recorded else tuple(installed)
        self._packages = {name.partition(".")[0] for name in self._installed}
        self._alone = alone and host.processors() > 1
        self._servers: dict[tuple[int, tuple[str, ...]], Server] = {}
        self._no_more = False
        self._killed = False

    def __enter__(self) -> "Forks":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the servers."""
        for server in self._servers.values():
            server.close()
        self._servers.clear()

    def run(self, request: Request) -> Happened:
        """Run an example in a fork, or in a process of its own where that could differ.

        Args:
            request: the example.
        """
        is_one = request.language == "python" and request.strict == self._strict
        if not available() or not is_one:
            return cold.start(request)
        texts = _programs(request)
        if texts is None or any(map(_looks_inside, texts)):
            return cold.start(request)
        needed = any(not self._packages.isdisjoint(imports(text)) for text in texts)
        installed = self._installed if needed else ()
        server = self.server(request.seed, installed)
        if self._killed:
            return Happened("", 0, 0.0, lost=True)
        if server is None or not server.failed.isdisjoint([*modules(texts), *installed]):
            return cold.start(request)
        try:
            return server.run(request)
        except ServerError:
            return self.run(request)

    def kill(self) -> None:
        """Kill the servers with what they run, from another thread; nothing is run any more."""
        self._killed = True
        for server in list(self._servers.values()):
            server.process.kill()

    def server(self, seed: int, installed: tuple[str, ...] = ()) -> Server | None:
        """Return the server of a hash seed, a new one if it was killed, None if none starts.

        Args:
            seed: the hash seed.
            installed: what it imports beside Python's own modules.
        """
        server = self._servers.get((seed, installed))
        if server is not None and not server.alive:
            server.close()
            server = None
        if server is None and not self._no_more:
            try:
                how = (self._recorded, self._alone, self._strict)
                server = Server(seed, [*self._warm, *installed], *how)
                self._servers[seed, installed] = server
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


def _programs(request: Request) -> list[str] | None:
    """Return the texts of a program and of the files beside it that it names.

    None means: a file has the name of a standard module, which is then hidden by it.

    Args:
        request: the program.
    """
    folder = str(request.folder.page)
    beside = ("", request.name.rpartition("/")[0])
    others: dict[str, str] = {}
    for place, folders, files in os.walk(folder):
        if "pyvenv.cfg" in files:  # what is installed there is no part of this program
            folders.clear()
            continue
        inside = place[len(folder) + 1 :]
        if inside in beside and any(
            file_hides(each, sys.stdlib_module_names) for each in (*folders, *files)
        ):
            return None
        for file in files:
            path = f"{inside}/{file}" if inside else file
            if file.endswith(".py") and (text := _text(request, path)) is not None:
                # A package is named by its folder.
                stem = place.rpartition("/")[2] if file == "__init__.py" else file[:-3]
                others[stem] = others.get(stem, "") + text
    reached = [_text(request, name) or "" for name in request.plays or [request.name]]
    for text in reached:
        named = [stem for stem in others if stem in text]
        reached += [others.pop(stem) for stem in named]
    return reached


def _text(request: Request, path: str) -> str | None:
    """Return what a file of the page's folder holds, or None if it is no file."""
    data = request.known.get(path)
    if data is None:
        file = request.folder.page / path
        data = file.read_bytes() if file.is_file() else None
    return None if data is None else data.decode("utf-8", "replace")
