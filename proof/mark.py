"""Read pytest-codeblocks' marks: `pytest.mark.skipif(condition, reason="…")` and the like."""

import ast
import importlib
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KNOWN = ("skipif", "skip", "once", "timeout")
NAMES = {"os": os, "platform": platform, "shutil": shutil, "sqlite3": sqlite3, "sys": sys}


class MarkError(ValueError):
    """A mark that can't be used as it is written; the message says why."""


@dataclass(frozen=True)
class Marks:
    """What the marks before an example ask for.

    Args:
        conditions: pairs of a Python expression and the reason to skip where it is true.
        needs: a module without which the example is skipped.
        once: the reason why it must not be run a second time, or None.
        timeout: seconds it may take, or None for the default.
    """

    conditions: tuple[tuple[str, str], ...] = ()
    needs: str | None = None
    once: str | None = None
    timeout: float | None = None

    def skip(self, names: Mapping[str, Any] = NAMES) -> str | None:
        """Return the reason to skip the example on this interpreter, or None.

        Args:
            names: what the conditions may use.

        Raises:
            MarkError: if a condition can't be evaluated.
        """
        if self.needs:
            try:
                importlib.import_module(self.needs)
            except ImportError:
                return f"needs {self.needs}, which is not installed"
        for condition, reason in self.conditions:
            try:
                if eval(condition, dict(names)):
                    return reason
            except Exception as error:
                raise MarkError(f"condition {condition}: {error}") from None
        return None


def read(marks: list[str], needs: str | None) -> Marks:
    """Read the marks of one example.

    Args:
        marks: the expressions, as pytest-codeblocks gives them.
        needs: the module of an `importorskip`, or None.

    Raises:
        MarkError: if a mark is unknown, lacks its reason or can't be read.
    """
    conditions: list[tuple[str, str]] = []
    once: str | None = None
    timeout: float | None = None
    for mark in marks:
        name, arguments, reason = _parts(mark)
        if name == "timeout":
            timeout = _seconds(arguments)
            continue
        if not reason:
            raise MarkError(f'{name} needs a reason: pytest.mark.{name}(…, reason="why")')
        if name == "once":
            once = reason
        elif name == "skip":
            conditions.append(("True", reason))
        elif len(arguments) == 1:
            conditions.append((ast.unparse(arguments[0]), reason))
        else:
            raise MarkError('write pytest.mark.skipif(condition, reason="why")')
    result = Marks(tuple(conditions), needs, once, timeout)
    result.skip()
    return result


def _parts(mark: str) -> tuple[str, list[ast.expr], str]:
    """Return a mark's name, its arguments and its reason."""
    try:
        call = ast.parse(mark.strip(), mode="eval").body
    except SyntaxError:
        raise MarkError(f"this mark is not Python: {mark}") from None
    function = call.func if isinstance(call, ast.Call) else call
    name = function.attr if isinstance(function, ast.Attribute) else ""
    if name not in KNOWN:
        allowed = ", ".join(KNOWN)
        raise MarkError(f"mark {name or mark} is not used here; there are {allowed}")
    if not isinstance(call, ast.Call):
        return name, [], ""
    reasons = [k.value.value for k in call.keywords if isinstance(k.value, ast.Constant)]
    return name, call.args, str(reasons[0]) if reasons else ""


def _seconds(arguments: list[ast.expr]) -> float:
    if len(arguments) == 1 and isinstance(arguments[0], ast.Constant):
        value = arguments[0].value
        if isinstance(value, (int, float)) and value > 0:
            return float(value)
    raise MarkError("write pytest.mark.timeout(seconds)")
