"""Say whether the module of an `importorskip` is one that some machine can have."""

import re
import sys
import tomllib
from pathlib import Path

from twicetold.base import installed
from twicetold.base.fault import did_you_mean

_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^]]*\])?\s*(?:[=<>!~;@ ]|$)")


def problem(module: str, root: Path, locks: str) -> str:
    """Return why an `importorskip` would be skipped everywhere, or nothing.

    Args:
        module: what is between its parentheses.
        root: the project's folder, with its lists of packages.
        locks: the pattern of those that are not pyproject.toml.
    """
    if not all(part.isidentifier() for part in module.split(".")):
        return f"importorskip({module}) is not the name of one module, without quotes"
    top = module.partition(".")[0]
    if top in sys.stdlib_module_names:
        return ""
    known = _packages(root, locks)
    if any(_normal(name) in known for name in (top, *installed.bringing(top))):
        return ""
    hint = did_you_mean(top, known | sys.stdlib_module_names)
    advice = "add its package to pyproject.toml, or correct the name"
    return f"importorskip({module}): no list of packages names it{hint}; {advice}"


def _packages(root: Path, locks: str) -> set[str]:
    """Return the packages that pyproject.toml and the locks name."""
    found: set[str] = set()
    file = root / "pyproject.toml"
    if file.is_file():
        settings = tomllib.loads(file.read_text("utf-8"))
        project = settings.get("project", {})
        lists = [project.get("dependencies", [])]
        lists += [*project.get("optional-dependencies", {}).values()]
        lists += [*settings.get("dependency-groups", {}).values()]
        found.update(_named(line) for each in lists for line in each if isinstance(line, str))
    for lock in root.glob(locks):
        found.update(map(_named, lock.read_text("utf-8").splitlines()))
    return found - {""}


def _named(line: str) -> str:
    match = _PINNED.match(line)
    return _normal(match[1]) if match else ""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
