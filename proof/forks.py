"""Run examples in forks of warm interpreters, and cold where a fork would differ."""

import ast
import os
import re
import sys
from collections.abc import Iterable
from types import TracebackType

from proof import process
from proof.process import Happened, Request
from proof.warm import Server

_IMPORT = re.compile(r"^[ \t]*(?:from|import)[ \t]+(\w+)", re.MULTILINE)
_SHOWS_WHAT_IS_LOADED = re.compile(r"\b(sys\.modules|tracemalloc|gc\.get_|getrusage)\b")
# Packages that import all their parts themselves: no program can forget one of them.
WHOLE = {"collections", "json", "os", "pathlib", "re", "sqlite3", "tomllib"}
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
        if not available() or request.language != "python":
            return process.start(request)
        text = (request.folder.page / request.name).read_text("utf-8")
        if not set(modules([text])) <= set(self._warm):
            return process.start(request)
        if request.seed not in self._servers:
            self._servers[request.seed] = Server(request.seed, self._warm)
        server = self._servers[request.seed]
        parts = frozenset(part for part in server.parts if part.partition(".")[0] not in WHOLE)
        if _would_differ(text, parts):
            return process.start(request)
        return server.run(request)


def available() -> bool:
    """Return whether this system can fork and watch a process."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")


def _would_differ(text: str, parts: frozenset[str]) -> bool:
    """Return whether a warm parent shows: the program uses `a.b` and imports only `a`.

    Args:
        text: the program.
        parts: the submodules that the parent has loaded and a program may forget to import.
    """
    if _SHOWS_WHAT_IS_LOADED.search(text):
        return True
    packages = {part.partition(".")[0] for part in parts}
    if packages.isdisjoint(imports(text)):
        return False
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return False
    names: dict[str, str] = {}
    imported: set[str] = set()
    used: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                imported.add(alias.name)
                if alias.asname or "." not in alias.name:
                    names[alias.asname or alias.name] = alias.name
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used.add(f"{node.value.id}.{node.attr}")
    for use in used:
        name, _, attribute = use.partition(".")
        whole = f"{names.get(name, '')}.{attribute}"
        if whole in parts and not any(f"{i}.".startswith(f"{whole}.") for i in imported):
            return True
    return False
