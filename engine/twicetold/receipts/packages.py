"""Say which packages a program uses, and in which versions they are here."""

import ast
import functools
import sys
from collections.abc import Iterator, Mapping
from importlib import metadata

from twicetold.base.project import Project
from twicetold.read.model import Example


def used(project: Project, example: Example) -> dict[str, str]:
    """Return the versions of what a program imports and neither Python nor its page brings.

    Args:
        project: where the snippets are.
        example: the program.
    """
    if example.language != "python":
        return {}
    local = {part.partition(".")[0] for part in _beside(project, example)}
    names = _imported(example.source.text) - sys.stdlib_module_names - local
    known = _distributions() if names else {}
    return {
        each: metadata.version(each) for name in sorted(names) for each in known.get(name, ())
    }


def _imported(text: str) -> set[str]:
    """Return the top-level names of the modules that a program imports."""
    try:
        nodes = list(ast.walk(ast.parse(text)))
    except SyntaxError:
        return set()
    names = [a.name for node in nodes if isinstance(node, ast.Import) for a in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.partition(".")[0] for name in names}


def _beside(project: Project, example: Example) -> Iterator[str]:
    """Yield the names of the files and folders beside a program, which it may import."""
    for file in project.files(example.page):
        yield from file.relative_to(project.snippets / example.page).parts


@functools.cache
def _distributions() -> Mapping[str, list[str]]:
    return metadata.packages_distributions()
