"""Pair the fences of a page with what pytest-codeblocks reads of them."""

import functools
import importlib.util
import re
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twicetold.base.fault import Fault, did_you_mean
from twicetold.read.scan import Fence, Scan

if TYPE_CHECKING:
    from pytest_codeblocks import CodeBlock

PROGRAMS = {"python": ".py", "sh": ".sh"}
OUTPUTS = ("text", "pytb")
OTHERS = (
    *("c", "console", "css", "csv", "diff", "docker", "html", "http", "ini", "javascript"),
    *("json", "make", "markdown", "nginx", "sql", "toml", "tsv", "xml", "yaml"),
)
_SHELLS = {"bash", "shell", "zsh", "ksh", "fish", "powershell", "pwsh", "bat", "batch", "cmd"}
_SESSIONS = {"bash-session", "shell-session", "doscon", "ps1con", "pwsh-session", "sh-session"}
_INFO = re.compile(r"(?P<language>\S*)(?P<options>(?:\s+\w+=\"[^\"]*\")*)")
_OPTION = re.compile(r"(\w+)=\"([^\"]*)\"")
_OPTIONS = ("title", "hl_lines")


@dataclass(frozen=True)
class Block:
    """A fence that is no output, with what belongs to it.

    Args:
        fences: the fence, and those that go on with its program.
        read: what pytest-codeblocks says of it: its marks.
        output: the fence of its output, or None.
        untitled: the line of the fence that would be its output, if that had a title; or 0.
    """

    fences: tuple[Fence, ...]
    read: "CodeBlock"
    output: Fence | None
    untitled: int

    @property
    def fence(self) -> Fence:
        """The first of its fences."""
        return self.fences[0]


def blocks(
    lines: list[str], found: Scan, where: str, title: str | None
) -> tuple[list[Block], list[Fault]]:
    """Return the fences of a page with their marks and outputs, or the fault that hides them.

    Args:
        lines: the text of the page, its front matter blank.
        found: its fences.
        where: its name in a message.
        title: what an output without a mark is called; None if each has one.
    """
    groups, faults = _grouped(lines, found.fences, where, title)
    if faults:
        return [], faults
    text = StringIO("".join(f"{line}\n" for line in lines))
    try:
        read = _reader().extract_from_buffer(text, max_num_lines=len(lines) + 2)
    except RuntimeError as error:
        return [], [Fault(where, 1, f"pytest-codeblocks can't read this page: {error}")]
    unmarked = {output.line for _, output in groups if output and not output.is_output}
    read = [block for block in read if block.lineno not in unmarked]
    ours = [(of[0].line, bool(output and output.is_output)) for of, output in groups]
    theirs = [(block.lineno, block.expected_output is not None) for block in read]
    if ours != theirs:
        line = min(set(ours) ^ set(theirs))[0]
        return [], [Fault(where, line, "pytest-codeblocks reads this fence in another way")]
    after = [of[0] for of, _ in groups[1:]]
    every = zip_longest(groups, read, after)
    return [
        Block(tuple(of), block, output, 0 if output else _untitled(lines, of, below, title))
        for (of, output), block, below in every
    ], []


def _untitled(lines: list[str], of: list[Fence], below: Fence | None, title: str | None) -> int:
    """Return the line of the fence below a program, if only its title is missing; or 0."""
    fits = below and "title" not in options(below.info) and _may_be(lines, of, below, title)
    return below.line if below and fits else 0


@functools.cache
def _reader() -> Any:
    """Return the module of pytest-codeblocks that reads a page, without the plugin beside it.

    That would import pytest, which takes longer than all else that is done for a page.
    """
    package = importlib.util.find_spec("pytest_codeblocks")
    assert package is not None and package.origin is not None
    file = Path(package.origin).with_name("main.py")
    spec = importlib.util.spec_from_file_location("pytest_codeblocks.main", file)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _grouped(
    lines: list[str], fences: list[Fence], where: str, title: str | None
) -> tuple[list[tuple[list[Fence], Fence | None]], list[Fault]]:
    """Return each fence with those that go on with it, and the output of all of them."""
    groups: list[tuple[list[Fence], Fence | None]] = []
    faults = []
    for fence in fences:
        of, output = groups[-1] if groups else ([], None)
        name = language(fence.info)
        if fence.is_output and output is not None:
            wanted = "a program has one output; put this below a program of its own"
            faults.append(Fault(where, fence.line, f"a second output: {wanted}"))
        elif fence.is_output or (output is None and _is_output(lines, of, fence, title)):
            groups[-1] = (of, fence)
        elif not fence.continues:
            groups.append(([fence], None))
        elif name not in PROGRAMS or not of or language(of[0].info) != name:
            problem = f"no ```{name} program is above this block, which it could continue"
            faults.append(Fault(where, fence.line, f"{problem}; take out the mark cont"))
        elif output is not None:
            wanted = f"move it below line {fence.line}, where the program continues"
            faults.append(Fault(where, output.line, f"this output comes too early; {wanted}"))
        else:
            of.append(fence)
    return groups, faults


def _is_output(lines: list[str], above: list[Fence], fence: Fence, title: str | None) -> bool:
    """Return whether a fence without a mark is the output of the program directly above."""
    is_called = options(fence.info).get("title") == title
    return is_called and _may_be(lines, above, fence, title)


def _may_be(lines: list[str], above: list[Fence], fence: Fence, title: str | None) -> bool:
    """Return whether a fence would be the output of what is above it, with the right title."""
    return (
        bool(above and title)
        and language(above[0].info) in PROGRAMS
        and language(fence.info) in OUTPUTS
        and not any(line.strip() for line in lines[above[-1].last : fence.line - 1])
    )


def language(info: str) -> str:
    """Return the language of a fence, in small letters.

    Args:
        info: what is behind its back ticks.
    """
    return info.split()[0].lower() if info else ""


def options(info: str) -> dict[str, str]:
    """Return what a fence sets besides its language, as in `title="write.py"`.

    Args:
        info: what is behind its back ticks.
    """
    return dict(_OPTION.findall(info))


def problem(info: str) -> str:
    """Return what is wrong with the first line of a fence, or nothing.

    Args:
        info: what is behind its back ticks.
    """
    name = language(info)
    if not name:
        return "a fence needs a language; prose is ```text"
    known = (*PROGRAMS, *OUTPUTS, *OTHERS)
    if info.startswith("{") or (name not in known and _is_python(name)):
        return f'write ```python title="NAME.py", not ```{info}'
    if name in _SHELLS | _SESSIONS:
        wanted = "write ```sh for a program, ```console for a session that is not run"
        return f"{wanted}; not ```{info}"
    if name not in known:
        hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
        return f'no block is of the language "{name}"{hint}'
    names = [key for key, _ in _OPTION.findall(info)]
    unknown = next((key for key in names if key not in _OPTIONS), None)
    if unknown == "linenums":
        return "take out linenums: a reader would copy the numbers, and no output could be held"
    if unknown or not _INFO.fullmatch(info):
        wanted = f'```{name} title="NAME"'
        return f"MkDocs does not take this for a fence: ```{info}\nwrite {wanted}"
    twice = next((key for key in names if names.count(key) > 1), None)
    return f"{twice}= is there twice; the page shows the last" if twice else ""


@functools.cache
def _is_python(name: str) -> bool:
    """Return whether a language is Python under any other name, and not its tracebacks."""
    if re.search(r"^i?py(th|\d|con|$)|jupyter|doctest|numpy|cython|sage", name):
        return not name.startswith("pytb") and "traceback" not in name
    from pygments.lexers import get_lexer_by_name  # here, as few blocks are of a rare language
    from pygments.util import ClassNotFound

    try:
        called: str = get_lexer_by_name(name).name
    except ClassNotFound:
        return False
    return called.startswith("Python") and "Traceback" not in called
