"""Pair the fences of a page with what pytest-codeblocks reads of them."""

import functools
import re
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise

from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound
from pytest_codeblocks import CodeBlock, extract_from_buffer

from twicetold.base.fault import Fault, did_you_mean
from twicetold.read.scan import Fence, Scan

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
        fence: the fence.
        read: what pytest-codeblocks says of it: its marks.
        output: the fence of its output, or None.
    """

    fence: Fence
    read: CodeBlock
    output: Fence | None


def blocks(lines: list[str], found: Scan, where: str) -> tuple[list[Block], list[Fault]]:
    """Return the fences of a page with their marks and outputs, or the fault that hides them.

    Args:
        lines: the text of the page, its front matter blank.
        found: its fences.
        where: its name in a message.
    """
    text = StringIO("".join(f"{line}\n" for line in lines))
    try:
        read = extract_from_buffer(text, max_num_lines=len(lines) + 2)
    except RuntimeError as error:
        return [], [Fault(where, 1, f"pytest-codeblocks can't read this page: {error}")]
    fences = [fence for fence in found.fences if not fence.is_output]
    outputs = {above.line: below for above, below in pairwise(found.fences) if below.is_output}
    ours = [(fence.line, fence.line in outputs) for fence in fences]
    theirs = [(block.lineno, block.expected_output is not None) for block in read]
    if ours != theirs:
        line = min(set(ours) ^ set(theirs))[0]
        return [], [Fault(where, line, "pytest-codeblocks reads this fence in another way")]
    return [Block(f, r, outputs.get(f.line)) for f, r in zip(fences, read, strict=True)], []


def language(info: str) -> str:
    """Return the language of a fence, in small letters.

    Args:
        info: what stands behind its back ticks.
    """
    return info.split()[0].lower() if info else ""


def options(info: str) -> dict[str, str]:
    """Return what a fence sets besides its language, as in `title="write.py"`.

    Args:
        info: what stands behind its back ticks.
    """
    return dict(_OPTION.findall(info))


def problem(info: str) -> str:
    """Return what is wrong with the first line of a fence, or nothing.

    Args:
        info: what stands behind its back ticks.
    """
    name = language(info)
    if not name:
        return "a fence needs a language; prose is ```text"
    if info.startswith("{") or (name not in PROGRAMS and _is_python(name)):
        return f'write ```python title="NAME.py", not ```{info}'
    if name in _SHELLS | _SESSIONS:
        wanted = "write ```sh for a program, ```console for a session that is not run"
        return f"{wanted}; not ```{info}"
    known = (*PROGRAMS, *OUTPUTS, *OTHERS)
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
    try:
        called: str = get_lexer_by_name(name).name
    except ClassNotFound:
        return False
    return called.startswith("Python") and "Traceback" not in called
