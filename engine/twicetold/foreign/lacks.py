"""Say what a fence lacks that no page gives: a module, a file, the network, another Python."""

import re
import sys
from pathlib import PurePath
from typing import Any

from twicetold.foreign.model import Block, Ended, Foreign, Sort

_LEFT_OUT = re.compile(r"^\s*(?:\.\.\.|# ?\.\.\.)\s*$|:\s*\.\.\.\s*$|\(\.\.\.\)", re.MULTILINE)
_NETWORK = {"LeavesThisMachine", "gaierror", "ConnectionError", "ConnectError", "URLError"}
_INSTALL = re.compile(
    r"pip install|install \w+ to |not installed|installing|is required|requires the",
    re.I,
)
_PYTHON = re.compile(
    r"(?i)(?:python|\()\s*([<>=~-]*)\s*(?:python\s*)?([23])(?:\.(x|\d+))(\.x)?(?=(\+?))"
)
_HEADED = re.compile(r"^(?:>>> )?\s*#\s*Python\s+([23])\.(\d+)[\d.]*\s*:?$", re.MULTILINE)
_SETUP = {"LeavesItsFolder": "it writes outside its folder", "EndsItsTest": "it ends processes"}


def other_python(block: Block) -> str:
    """Return the words with which the page says that a block is for another Python, if so.

    Args:
        block: that was run.
    """
    here = sys.version_info[:2]
    for how, major, minor, _, more in _PYTHON.findall(block.fence.near):
        named = (int(major), int(minor) if minor.isdigit() else here[1])
        if "+" in more or ">" in how:
            continue
        is_other = named[0] != here[0] or (named <= here if "<" in how else named != here)
        if is_other and (minor.isdigit() or named[0] != here[0]):
            return f"its page says that it is for Python {how.strip()}{major}.{minor}".rstrip(
                "."
            )
    for major, minor in _HEADED.findall(block.fence.text):
        if (int(major), int(minor)) != here:
            return f"a comment says that it is for Python {major}.{minor}"
    return ""


def of(error: dict[str, Any], page: Foreign, block: Block) -> tuple[Sort, str] | None:
    """Return what a fence lacks that no page gives, if that is why it failed.

    Args:
        error: as its process wrote it down.
        page: of the block.
        block: that failed.
    """
    if reason := other_python(block):
        return Sort.SETUP, reason
    bases, said = set(error["bases"]), error["message"].strip()
    if "ModuleNotFoundError" in bases:
        return Sort.SETUP, f"the module {error['name']} is not installed"
    if bases & {"ImportError", "NotImplementedError", "RuntimeError"} and _INSTALL.search(said):
        return Sort.SETUP, f"something is not installed: {last(error)}"
    if (
        bases & _NETWORK
        or "error sending request" in said
        or "error performing" in said.lower()
    ):
        return Sort.SETUP, f"it needs the network: {last(error)}"
    if bases & _SETUP.keys():
        return Sort.SETUP, _SETUP[error["type"]]
    if "FileNotFoundError" in bases:
        return Sort.SETUP, f"a file is not there: {last(error)}"
    if "No module named" in said:
        return Sort.SETUP, f"a module is not installed: {last(error)}"
    if "ImportError" in bases and error["local"]:
        return Sort.SETUP, "it imports from a package that its page shows in parts"
    if "ImportError" in bases and error["name"].partition(".")[0] in sys.stdlib_module_names:
        return Sort.SETUP, f"it needs another Python: {last(error)}"
    if error["type"] == "SystemExit":
        return Sort.SETUP, "it asks for arguments of the command line"
    if "ellipsis" in said or _LEFT_OUT.search(block.fence.text):
        return Sort.FRAGMENT, f"it leaves out code (`...`): {last(error)}"
    if page.settings and bases & {"AttributeError", "KeyError", "ValidationError"}:
        return Sort.SETUP, f"it may need settings that its page shows: {last(error)}"
    if "Not a git repository" in said:
        return Sort.SETUP, "it needs a git repository"
    if "ImportError" in bases and "relative import" in said:
        return Sort.SETUP, "it is part of a package"
    if "BdbQuit" in bases or ("EOFError" in bases and "reading a line" in said):
        return Sort.SETUP, "it asks for input"
    if "KeyError" in bases and error["where"].endswith(("os.py", "<frozen os>")):
        return Sort.SETUP, f"there is no environment variable {last(error)}"
    if "NameError" in bases and "UnboundLocalError" not in bases:
        return _unknown(error["name"], page, block)
    return _unread(page, block)


def _unread(page: Foreign, block: Block) -> tuple[Sort, str] | None:
    """Return the words for a file of the page that a block names, and that was not run."""
    for other in page.blocks:
        name = PurePath(other.name)
        is_named = re.search(rf"\b{re.escape(name.stem)}\b", block.fence.text)
        if is_named and not other.runs and not name.stem.startswith("block-"):
            line = other.fence.line
            return Sort.SETUP, f"it uses {name} of the block on line {line}, which is not run"
    return None


def _unknown(name: str, page: Foreign, block: Block) -> tuple[Sort, str]:
    for place in sorted(block.uses, reverse=True):
        before = page.blocks[place]
        if before.ended is not Ended.PASSED:
            line = before.fence.line
            return Sort.SETUP, f"it uses {name} of the block on line {line}, which did not pass"
    return Sort.FRAGMENT, f"it uses {name}, which nothing above it defines"


def last(error: dict[str, Any]) -> str:
    """Return the line of a message that begins with the name of the error, or the last.

    Args:
        error: as its process wrote it down.
    """
    lines = [line for line in error["message"].strip().split("\n") if line.strip()]
    named = [line for line in lines if re.match(rf"[\w.]*\b{error['type']}\b", line)]
    return short((named or lines or [error["type"]])[0 if named else -1], 160)


def short(text: str, most: int = 100) -> str:
    """Return a text as one line in quotes.

    Args:
        text: of any length.
        most: the characters to keep.
    """
    line = " ".join(text.split())
    return repr(line if len(line) <= most else line[: most - 1] + "…")
