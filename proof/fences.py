"""Find the fences of a page, and what pytest-codeblocks leaves unsaid of them."""

import functools
import re
from pathlib import Path

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from pytest_codeblocks import CodeBlock, extract_from_file

from proof.fault import Fault

_EXPECTED = re.compile(r"<!--[-\s]*pytest-codeblocks:\s*expected-output")


def blocks(path: Path, where: str, lines: list[str]) -> tuple[list[CodeBlock], list[Fault]]:
    """Return the fences of a page with their marks and outputs, or the fault that hides them.

    Args:
        path: the Markdown file.
        where: its name in a message.
        lines: its text.
    """
    try:
        return extract_from_file(path), []
    except RuntimeError as error:
        return [], [Fault(where, _last_comment_or_fence(lines), str(error))]


def _last_comment_or_fence(lines: list[str]) -> int:
    """Return the line at which pytest-codeblocks gave up: it names none."""
    inside = False
    last = 1
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("```"):
            inside = not inside
            last = number
        elif not inside and "pytest-codeblocks" in line:
            last = number
    return last


def of_output(lines: list[str], after: int) -> tuple[int, str]:
    """Return the line and the info string of the output's fence below a program's.

    Args:
        lines: the text of the page.
        after: the line of the program's fence.
    """
    expected = False
    for number, line in enumerate(lines[after:], after + 1):
        if _EXPECTED.match(line.strip()):
            expected = True
        elif expected and line.lstrip().startswith("```"):
            return number, line.strip().lstrip("`")
    raise AssertionError("pytest-codeblocks saw an output that is not there")


@functools.cache
def is_python(language: str) -> bool:
    """Return whether a fence's language is a name of Python, and not of its tracebacks."""
    try:
        name: str = get_lexer_by_name(language).name
    except ClassNotFound:
        return False
    return name.startswith("Python") and "Traceback" not in name
