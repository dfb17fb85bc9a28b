"""Say which packages a program uses, and in which versions they are here."""

import ast
import sys
from importlib import metadata

from twicetold.base import installed
from twicetold.read.model import Example, Page


def used(each: Page, example: Example) -> dict[str, str]:
    """Return the versions of what a program imports and neither Python nor its page brings.

    Args:
        each: the page.
        example: its program.
    """
    if example.language != "python":
        return {}
    beside = (part for file in each.files for part in file.name.split("/"))
    local = {part.partition(".")[0] for part in beside}  # which it may import
    names = _imported(example.source.text) - sys.stdlib_module_names - local
    return {
        each: metadata.version(each)
        for name in sorted(names)
        for each in installed.bringing(name)
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
