"""Decide what each fence of a page is, before any of them runs, and say why."""

import ast
import importlib.util
import re
import sys
import textwrap
import warnings
from pathlib import Path

from twicetold.foreign import find, names, session
from twicetold.foreign.model import Block, Fence, Foreign, Sort
from twicetold.foreign.names import Names

_EMBEDS = re.compile(r"^\s*(-+8<-+|\{[%!*{]|<<<|\$\{\{)", re.MULTILINE)
_IMPORTED = re.compile(r"^\W*(?:from|import) (\w+)", re.MULTILINE)
_SKIP = re.compile(r"#\s*doctest:\s*\+SKIP")
_SHOWN = re.compile(r"\w+Error\b")
_SAYS_NO = {  # attributes and options, with the values that tell a tool not to run a block
    "test": "skip",
    "exec": "false|off|0",
    "eval": "false",
    "tags": ".*skip-execution.*",
    "skipif": ".+",
    "pyversion": ".+",
}
_DEFINES = re.compile(
    r"^(?:(?:async +)?def +|class +)(\w+)|^(\w+)(?: *: *[\w.\[\], ]+)? *=(?!=)", re.MULTILINE
)
_MODULE = re.compile(r"^__all__\b", re.MULTILINE)
_BARE = re.compile(r"[A-Za-z_]\w*\.py")


def read(name: str, text: str, folder: Path | None = None) -> Foreign:
    """Return a page with each of its Python fences as what it is.

    Args:
        name: of the page, as messages show it.
        text: of the page.
        folder: of the page, from which it includes files.
    """
    tokens = find.tokens(text, name, folder)
    files = find.files(tokens)
    blocks: list[Block] = []
    known: dict[tuple[str, str], int] = {}  # by session and name, the place of who defines it
    fences = find.fences(tokens)
    titles = [find.file_name(fence.attributes, fence.text) for fence in fences]
    local = {Path(each).parts[0].removesuffix(".py") for each in [*titles, *files] if each}
    imported = {each for fence in fences for each in _IMPORTED.findall(fence.text)}
    taken: set[str] = set()
    for number, (fence, title) in enumerate(zip(fences, titles, strict=True), 1):
        own = _BARE.fullmatch(title) and title not in taken
        block = Block(fence, title if own else f"block-{number}.py")
        taken.add(block.name)
        blocks.append(block)
        found = _names(block, blocks)
        if block.runs:
            _relate(block, found, blocks, known, local)
        if Path(block.name).stem not in imported:
            known.update(((fence.scope, each), number - 1) for each in found.gives)
    return Foreign(name, blocks, files, find.has_settings(tokens))


def _set(block: Block, sort: Sort, reason: str) -> None:
    block.sort, block.reason = sort, reason


def _names(block: Block, blocks: list[Block]) -> Names:
    """Read the text of a fence; return the names in it, none where it can't be read."""
    fence = block.fence
    if _EMBEDS.search(fence.text):
        _set(block, Sort.SETUP, "its code is in a file that is embedded when the site is built")
    elif reason := _said(fence):
        _set(block, Sort.SETUP, reason)
    elif shown := _shown_before(fence, blocks):
        reason = f"it shows a part of {fence.file}, which runs as the block on line {shown}"
        _set(block, Sort.FRAGMENT, reason)
    elif not fence.text.strip():
        _set(block, Sort.FRAGMENT, "it is empty")
    elif session.has_prompts(fence.text) and not _is_program(fence.text):
        block.steps = [
            each for each in session.steps(fence.text) if not _SKIP.search(each.source)
        ]
        return _of_session(block)
    text = textwrap.dedent(fence.text)
    try:
        tree = parsed(text)
    except (SyntaxError, ValueError) as error:
        if block.runs:
            line = getattr(error, "lineno", 0) or 0
            said = getattr(error, "msg", str(error))
            _set(block, Sort.FRAGMENT, f"it is not Python: {said} (line {line} of the block)")
        return Names(gives=_defined(text))
    for node in tree.body:
        value = node.value if isinstance(node, ast.Expr) else None
        if block.runs and isinstance(value, ast.Constant) and value.value is ...:
            reason = f"it leaves out code: `...` (line {node.lineno} of the block)"
            _set(block, Sort.FRAGMENT, reason)
    block.claims = session.claims(text, tree)
    return names.of(text, tree)


def _shown_before(fence: Fence, blocks: list[Block]) -> int:
    """Return the line of an earlier fence that includes the same file; 0 if there is none."""
    earlier = (each.fence for each in blocks if each.fence is not fence and fence.file)
    return next((each.line for each in earlier if each.file == fence.file), 0)


def _is_program(text: str) -> bool:
    """Return whether what looks like a session is a program, with prompts in its docstrings."""
    try:
        return bool(parsed(textwrap.dedent(text)))
    except (SyntaxError, ValueError):
        return False


def _of_session(block: Block) -> Names:
    """Return the names of a session; of a statement that can't be read, none."""
    whole = []
    lost: set[str] = set()
    for step in block.steps:
        try:
            parsed(step.source)
            whole.append(step.source)
        except (SyntaxError, ValueError) as error:
            lost |= _defined(step.source)
            if block.runs and not _SHOWN.search(step.want):
                said = f"{getattr(error, 'msg', error)} (line {step.line} of the block)"
                _set(block, Sort.FRAGMENT, f"its session is not Python: {said}")
    try:
        text = "\n".join(whole) + "\n"
        found = names.of(text, parsed(text))
    except SyntaxError:
        return Names(gives=lost)
    found.gives |= lost
    return found


def _defined(text: str) -> set[str]:
    """Return the names that a text defines though it can't be read: nobody else does."""
    return {one or two for one, two in _DEFINES.findall(text)}


def _said(fence: Fence) -> str:
    """Return why the page itself says that a fence is not to be run, or nothing."""
    given = fence.attributes
    if given.get("unread"):
        return given["unread"]
    for said, values in _SAYS_NO.items():
        if re.fullmatch(values, given.get(said, ""), re.IGNORECASE):
            why = f": {given['reason']}" if given.get("reason") else ""
            return f'its page says {said}="{given[said]}"{why}'
    wanted = given.get("requires", "")
    numbers = tuple(map(int, re.findall(r"\d+", wanted)))
    return f"it needs Python {wanted}" if numbers > sys.version_info[:2] else ""


def parsed(text: str) -> ast.Module:
    """Return the tree of a program that can be compiled.

    Args:
        text: of the program.

    Raises:
        SyntaxError: if it is not Python.
        ValueError: if it holds a zero byte.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        compile(text, "block", "exec", dont_inherit=True)
        return ast.parse(text)


def _relate(
    block: Block,
    found: Names,
    blocks: list[Block],
    known: dict[tuple[str, str], int],
    local: set[str],
) -> None:
    """Decide what a fence that can be read is, by what it uses of others and of the machine."""
    for module, line in found.modules.items():
        top = module.partition(".")[0]
        if top not in local and not _is_here(top):
            reason = f"the module {top} is not installed (line {line} of the block)"
            return _set(block, Sort.SETUP, reason)
    scope = block.fence.scope
    for name in sorted({*found.needs, *found.late}):
        place = known.get((scope, name), known.get(("", name)) if name in found.needs else None)
        if place is None and name in found.needs and not found.stars:
            return _nowhere(block, name)
        if place is None:
            continue
        before = blocks[place]
        is_module = bool(_MODULE.search(before.fence.text))
        if is_module or not before.runs:
            if name in found.late:
                continue
            why = "is a module" if is_module else "is not run"
            reason = f"it uses {name} of the block on line {before.fence.line}, which {why}"
            return _set(block, Sort.SETUP, reason)
        block.uses.add(place)
        lines = ", ".join(str(blocks[each].fence.line) for each in sorted(block.uses))
        _set(block, Sort.CONTINUES, f"it uses names of the block on line {lines}")
    return None


def _nowhere(block: Block, name: str) -> None:
    if name in sys.stdlib_module_names or name in {"np", "pd", "plt"}:
        _set(block, Sort.SETUP, f"it uses the module {name}, which nothing above it imports")
    else:
        _set(block, Sort.FRAGMENT, f"it uses {name}, which nothing above it defines")


def _is_here(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False
