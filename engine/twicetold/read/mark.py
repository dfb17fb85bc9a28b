"""Read pytest-codeblocks' marks: `pytest.mark.skipif(condition, reason="…")` and the like."""

import ast
import functools
import subprocess
import sys
from dataclasses import dataclass

from twicetold.base.fault import did_you_mean
from twicetold.read import condition
from twicetold.read.condition import ConditionError

KNOWN = ("skipif", "skip", "once", "timeout")
LONGEST = 3600  # seconds


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

    def skip(self) -> str | None:
        """Return the reason to skip the example on this interpreter, or None.

        Raises:
            MarkError: if a condition can't be evaluated.
        """
        if self.needs and not _is_installed(self.needs):
            return f"needs {self.needs}, which is not installed"
        for expression, reason in self.conditions:
            try:
                if condition.evaluate(expression):
                    return reason
            except ConditionError as error:
                raise MarkError(f"condition {expression}: {error}") from None
        return None


@functools.cache
def _is_installed(module: str) -> bool:
    """Return whether a new process can import a module: here, it would stay imported."""
    command = [sys.executable, "-c", f"import {module}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def read(marks: list[str], needs: str | None) -> Marks:
    """Read the marks of one example.

    Args:
        marks: the expressions, as pytest-codeblocks gives them.
        needs: the module of an `importorskip`, or None.

    Raises:
        MarkError: if a mark is unknown, lacks its reason or can't be read.
    """
    conditions: list[tuple[str, str]] = []
    reasons: dict[str, str] = {}
    timeout: float | None = None
    for mark in marks:
        name, arguments, reason = _parts(mark)
        if name in reasons and name != "skipif":
            raise MarkError(f"pytest.mark.{name} is there twice; take one of them out")
        reasons[name] = reason
        if name == "timeout":
            timeout = _seconds(arguments)
        elif not reason:
            raise MarkError(f'{name} needs a reason: pytest.mark.{name}(…, reason="why")')
        elif name == "skipif" and len(arguments) == 1:
            conditions.append((_checked(arguments[0]), reason))
        elif name == "skipif" or arguments:
            wanted = "condition, " if name == "skipif" else ""
            raise MarkError(f'write pytest.mark.{name}({wanted}reason="why")')
        elif name == "skip":
            conditions.append(("True", reason))
    return Marks(tuple(conditions), needs, reasons.get("once"), timeout)


def _checked(expression: ast.expr) -> str:
    """Return a condition as text, if it is one."""
    text = ast.unparse(expression)
    try:
        condition.check(expression)
    except ConditionError as error:
        raise MarkError(f"condition {text}: {error}") from None
    return text


def _parts(mark: str) -> tuple[str, list[ast.expr], str]:
    """Return a mark's name, its arguments and its reason."""
    try:
        call = ast.parse(mark.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        raise MarkError(f"this mark is not Python: {mark}") from None
    function = call.func if isinstance(call, ast.Call) else call
    name = function.attr if isinstance(function, ast.Attribute) else ""
    if name not in KNOWN or ast.unparse(function) != f"pytest.mark.{name}":
        allowed = ", ".join(KNOWN) + did_you_mean(name, KNOWN)
        raise MarkError(f"mark {name or mark} is not used here; there are {allowed}")
    if not isinstance(call, ast.Call):
        return name, [], ""
    reason = ""
    for keyword in call.keywords:
        if keyword.arg != "reason" or name == "timeout":
            raise MarkError(f"{name} does not have {keyword.arg}=; it has reason=")
        value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
        if not isinstance(value, str):
            raise MarkError(f"the reason of {name} is a text in quotes")
        reason = value.strip()
    return name, call.args, reason


def _seconds(arguments: list[ast.expr]) -> float:
    if len(arguments) == 1 and isinstance(arguments[0], ast.Constant):
        value = arguments[0].value
        if isinstance(value, (int, float)) and value is not True and 0 < value <= LONGEST:
            return float(value)
    raise MarkError(f"write pytest.mark.timeout(seconds), up to {LONGEST}")
