"""Read what a fence shows of its own output: below `>>>`, in `#>`, or in a string."""

import ast
import re
import textwrap

from twicetold.foreign.model import Claim, Step

_PROMPT = re.compile(r"( *)>>>(?: (.*)|)$")
_MORE = re.compile(r" *\.\.\.(?: (.*)|)$")
_SHOWN = re.compile(r"[ \t]*#>[ ]?(.*)$")


def has_prompts(text: str) -> bool:
    """Return whether a fence is a session.

    Args:
        text: of the fence.
    """
    return any(map(_PROMPT.match, text.split("\n")))


def steps(text: str) -> list[Step]:
    """Return the statements of a session, with what is shown below each.

    Code above the first prompt is a step, too, and may be many statements; so is what is below
    an empty line without a prompt and defines names, which no output does.

    Args:
        text: of the fence.
    """
    lines = text.rstrip("\n").split("\n")
    first = next(number for number, line in enumerate(lines) if _PROMPT.match(line))
    above = textwrap.dedent("\n".join(lines[:first])).strip("\n")
    found = [Step(1, above, "", first + 1)] if _is_code(above) else []
    number = first
    while number < len(lines):
        prompt = _PROMPT.match(lines[number])
        number += 1
        if not prompt:
            end = number
            while end < len(lines) and lines[end].strip() and not _PROMPT.match(lines[end]):
                end += 1
            text = textwrap.dedent("\n".join(lines[number - 1 : end]))
            if _defines(text):
                found.append(Step(number, text, "", end + 1))
            number = end
            continue
        start, source, indent = number, [prompt[2] or ""], len(prompt[1])
        while number < len(lines) and (more := _MORE.match(lines[number])):
            source.append(more[1] or "")
            number += 1
        want = []
        while number < len(lines) and lines[number].strip():
            if _PROMPT.match(lines[number]):
                break
            want.append(lines[number][indent:])
            number += 1
        found.append(Step(start, "\n".join(source).rstrip(), "\n".join(want), number + 1))
    return found


def _is_code(text: str) -> bool:
    try:
        return bool(ast.parse(text).body)
    except (SyntaxError, ValueError):
        return False


def _defines(text: str) -> bool:
    kinds = ast.Assign | ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return False
    return bool(body) and isinstance(body[0], kinds)


def claims(text: str, tree: ast.Module) -> list[Claim]:
    """Return what a program shows of the output of each `print`, below it.

    Args:
        text: of the program.
        tree: of the same.
    """
    lines = text.split("\n")
    found = []
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list):
                found += _in_body(body, lines)
    return sorted(found, key=lambda claim: claim.first)


def _in_body(body: list[ast.stmt], lines: list[str]) -> list[Claim]:
    found = []
    for place, node in enumerate(body):
        if not _prints(node):
            continue
        last = node.end_lineno or node.lineno
        end, shown = last, []
        while end < len(lines) and (match := _SHOWN.match(lines[end])):
            shown.append(match[1])
            end += 1
        below = body[place + 1] if place + 1 < len(body) else None
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and not shown:
            quoted = below.value.value
            if isinstance(quoted, str) and below.lineno == last + 1:
                shown, end = [quoted.strip("\n")], below.end_lineno or end
        if shown:
            want = "\n".join(shown)
            found.append(Claim(node.lineno, last, want, end, node.col_offset))
    return found


def _prints(node: ast.stmt) -> bool:
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and getattr(call.func, "id", "") == "print"
