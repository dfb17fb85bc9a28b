"""Say what a directive of Sphinx shows, in reStructuredText and in MyST."""

import ast
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml

from twicetold.foreign.model import Token

_CODE = ("code-cell", "code-block", "code-tab", "code", "sourcecode")
_TESTS = ("doctest", "testcode", "testsetup", "testcleanup", "testoutput")
_HIGHLIGHTED = ("code-block", "sourcecode")
_CELLS = ("jupyter-execute", "plot")
NAMES = {*_CODE, *_TESTS, *_CELLS, "literalinclude"}
NAMED = re.compile(rf"\{{({'|'.join(sorted(NAMES, reverse=True))})\}} *(.*?) *$")
_OPTION = re.compile(r":([\w-]+):(?: +(.*))?$")
_LANGUAGES = {".py": "python", ".pyi": "python", "": ""}

# What is left to give of a token: its line, its text, the lines above that, its prefix.
Make = Callable[[int, str, int, str], Token]


def made(name: str, argument: str, options: dict[str, str], folder: Path | None) -> Make:
    """Return what makes the token of a directive.

    Args:
        name: of the directive.
        argument: what is written behind it: the language, the group, or the file.
        options: by their names.
        folder: of the page, from which it includes files.
    """
    given = {**options, "title": options.get("caption", "")}
    if name == "literalinclude" or (name == "plot" and argument):
        return partial(_included, argument, given, folder)
    if name in _CELLS:
        said = {"error": "true"} if "raises" in options else {}
        return partial(_token, "python", given | said, False)
    if name in _CODE:
        language = next(iter(argument.lower().split()), "")  # a title may follow it
        if not language and name in _HIGHLIGHTED:
            language = default_language(folder)
        return partial(_token, language, given, False)
    if argument not in {"", "*", "default"} and "," not in argument:
        given["group"] = argument
    language = {"doctest": "pycon", "testoutput": "output"}.get(name, "python")
    return partial(_token, language, given, name == "testoutput")


def options(text: str) -> tuple[dict[str, str], int]:
    """Return the options at the head of a block of MyST, and how many lines are above its code.

    Args:
        text: of the block.
    """
    lines = text.splitlines()
    if lines[:1] == ["---"] and "---" in lines[1:]:
        end = lines.index("---", 1)
        said = yaml.safe_load("\n".join(lines[1:end])) or {}
        return {str(key): str(value) for key, value in said.items()}, _code(lines, end + 1)
    found: dict[str, str] = {}
    for line in lines:
        if not (option := _OPTION.match(line)):
            break
        found[option[1]] = option[2] or ""
    return found, _code(lines, len(found))


def _code(lines: list[str], first: int) -> int:
    """Return how many lines are above the first that is not empty, from a line on."""
    rest = (number for number in range(first, len(lines)) if lines[number].strip())
    return next(rest, first)


def _token(
    language: str,
    given: dict[str, str],
    is_output: bool,
    line: int,
    text: str,
    above: int,
    prefix: str,
) -> Token:
    return Token(line, text, language, above, prefix, given, is_output)


def _included(
    argument: str,
    given: dict[str, str],
    folder: Path | None,
    line: int,
    text: str,
    above: int,
    prefix: str,
) -> Token:
    """Return the whole file: a part of it that a page shows runs with the rest of it."""
    path = _path(argument, folder)
    ending = path.suffix.lower()
    language = given.get("language", _LANGUAGES.get(ending, ending[1:])).lower()
    given = {**given, "title": path.name}
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        text, given["unread"] = "", f"a file is not there: {argument}"
    return Token(line, text, language, attributes=given, file=argument)


def default_language(folder: Path | None) -> str:
    """Return the language of code that names none, if Sphinx's conf.py says one.

    Args:
        folder: of the page.
    """
    try:
        source = (_root((folder or Path()).resolve()) / "conf.py").read_text("utf-8")
        body = ast.parse(source).body
    except (OSError, ValueError, SyntaxError):
        return ""
    said = ""
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [each.id for each in node.targets if isinstance(each, ast.Name)]
            said = str(node.value.value) if "highlight_language" in names else said
    return said.lower()


def _root(here: Path) -> Path:
    """Return the nearest folder that has Sphinx's conf.py; the same one if there is none."""
    return next((each for each in (here, *here.parents) if (each / "conf.py").is_file()), here)


def _path(argument: str, folder: Path | None) -> Path:
    """Return a file that a page includes: if it begins with `/`, from the folder of conf.py."""
    here = (folder or Path()).resolve()
    if not argument.startswith("/"):
        return here / argument
    return _root(here) / argument.lstrip("/")
