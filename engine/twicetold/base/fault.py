"""What is wrong, and where."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong with a page or a snippet.

    Args:
        path: the file to open, relative to the project, with `/`.
        line: the line in it, counted from 1.
        message: what is wrong and what to do, in one or more lines.
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the nearest of the known names, or nothing."""
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.5)
    return f'; did you mean "{near[0]}"?' if near else ""
