"""Check a page's front matter: what MkDocs can't read of it, it publishes as text."""

import re

import yaml

from twicetold.base.fault import Fault

_BLOCK = re.compile(r"-{3}[ \t]*\n(.*?\n)??(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
_NAMED = re.compile(
    r" {0,3}[\w-]+:(\s|$)", re.ASCII
)  # what MkDocs takes for a name and a value
_TEXTS = ("title", "description")


def read(text: str, where: str) -> tuple[int, list[Fault]]:
    """Return how many lines the front matter of a page has, and what is wrong with it.

    Args:
        text: the page.
        where: its name in a message.
    """
    match = _BLOCK.match(text)
    if match is None:
        if text.startswith("---"):
            problem = "the front matter is never closed; end it with a line of ---"
            return 0, [Fault(where, 1, problem)]
        if _NAMED.match(text):
            advice = "begin the page with its heading"
            problem = f"MkDocs takes this line for front matter and does not show it; {advice}"
            return 0, [Fault(where, 1, problem)]
        return 0, []
    return match[0].count("\n"), _faults(match[1] or "", where)


def _faults(matter: str, where: str) -> list[Fault]:
    try:
        values = yaml.safe_load(matter)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        advice = 'put the value in quotes, as in title: "A: b"'
        return [Fault(where, line, f"the front matter is not YAML: {error.problem}; {advice}")]
    except (yaml.YAMLError, ValueError) as error:
        return [Fault(where, 1, f"the front matter is not YAML: {error}")]
    if not isinstance(values, dict):
        return [Fault(where, 1, "the front matter names nothing; write title: and a title")]
    return [
        Fault(where, _line(matter, name), f"{name} is no text for YAML; put it in quotes")
        for name in _TEXTS
        if name in values and not isinstance(values[name], str)
    ]


def _line(matter: str, name: str) -> int:
    lines = matter.split("\n")
    return next((n for n, line in enumerate(lines, 2) if line.startswith(f"{name}:")), 1)
