"""Evaluate the condition of a mark: it may compare a few names, and has no side effects."""

import ast
import importlib.util
import os
import platform
import shutil
import sqlite3
import sys

from twicetold.base.fault import did_you_mean

NAMES = {
    "importlib": importlib,
    "os": os,
    "platform": platform,
    "shutil": shutil,
    "sqlite3": sqlite3,
    "sys": sys,
}
_CALLS = (
    *("hasattr", "importlib.util.find_spec"),
    *("os.cpu_count", "os.environ.get", "os.getenv", "os.geteuid", "os.getuid"),
    *("os.path.exists", "os.path.isdir", "os.path.isfile"),
    *("platform.machine", "platform.python_implementation", "platform.system"),
    *("shutil.which", "sys.getdefaultencoding", "sys.getfilesystemencoding"),
)
_ALLOWED = (
    *(ast.Attribute, ast.BoolOp, ast.boolop, ast.Call, ast.cmpop, ast.Compare, ast.Constant),
    *(
        ast.expr_context,
        ast.Name,
        ast.Slice,
        ast.Subscript,
        ast.Tuple,
        ast.UnaryOp,
        ast.unaryop,
    ),
)
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


class ConditionError(ValueError):
    """A condition that is not allowed or can't be evaluated; the message says why."""


def check(condition: ast.expr) -> None:
    """Refuse what no condition may hold, and one that is neither true nor false here.

    Args:
        condition: its syntax tree.

    Raises:
        ConditionError: if it holds anything else than what this module allows.
    """
    for node in ast.walk(condition):
        if problem := _problem(node):
            raise ConditionError(problem)
    evaluate(ast.unparse(condition))


def evaluate(condition: str) -> bool:
    """Return whether a condition is true on this interpreter.

    Args:
        condition: a Python expression that `check` has let pass.

    Raises:
        ConditionError: if it can't be evaluated, or is neither true nor false.
    """
    try:
        value = eval(condition, {"__builtins__": {"hasattr": hasattr}, **NAMES})
    except Exception as error:
        raise ConditionError(str(error)) from None
    if not isinstance(value, bool):
        advice = 'compare it, as in `… is None` or `… == "x"`'
        raise ConditionError(f"this is {value!r:.60}, neither True nor False; {advice}")
    return value


def _problem(node: ast.AST) -> str:
    """Return why a part of a condition is not allowed, or nothing."""
    text = ast.unparse(node) if isinstance(node, ast.expr) else type(node).__name__
    if not isinstance(node, _ALLOWED):
        return f"{text} may not be part of it"
    match node:
        case ast.Name(name) if name not in {*NAMES, "hasattr"}:
            return (
                f"there is no {name}{did_you_mean(name, NAMES)}; there are {', '.join(NAMES)}"
            )
        case ast.Attribute(attr=name) if name.startswith("_"):
            return f"{text} is private"
        case ast.Call(function, arguments):
            name = ast.unparse(function)
            if name not in _CALLS:
                hint = did_you_mean(name, _CALLS) or f"; these may: {', '.join(_CALLS)}"
                return f"{name}() may not be called{hint}"
            if name.endswith("find_spec") and "." in "".join(map(ast.unparse, arguments)):
                return "find_spec() of a name with a dot would import its package"
        case ast.Compare() if any(isinstance(each, _ORDER) for each in node.ops):
            sides = ast.walk(ast.Tuple([node.left, *node.comparators]))
            if any(isinstance(each, ast.Constant) and _is_text(each.value) for each in sides):
                advice = "compare sys.version_info with a tuple"
                return f"{text} compares text, letter by letter; {advice}"
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, (str, bytes))
