"""Say what names tell: a page, what a system or an editor left, what no page can be called."""

import re
from collections.abc import Iterable
from pathlib import PurePath

PAGES = {".md", ".markdown", ".mdx", ".qmd", ".myst", ".rst", ".rest"}  # their endings
_LITTER = re.compile(
    r"\.DS_Store|\._.*|Thumbs\.db(:.*)?|ehthumbs\.db|desktop\.ini|\.directory"  # of systems
    r"|.*~|#.*#|\.#.*|.*\.sw[a-p]|\.netrwhist|.*\.(orig|rej)"  # of editors and merges
    r"|__pycache__|.*\.py[co]|\.(mypy|ruff|pytest)_cache|\.ipynb_checkpoints|\.idea|\.vscode"
)
_REFUSED = re.compile(r'[#:"?*<>|\\%;`\[\]{}\0-\x1f\x7f]')


def is_litter(path: PurePath) -> bool:
    """Return whether a path is what systems, editors and Python leave behind.

    Args:
        path: the file, relative to the folder that is looked through.
    """
    return any(_LITTER.fullmatch(part) for part in path.parts)


def problem(path: PurePath) -> str:
    """Return why no page or program can have this path, or nothing.

    Args:
        path: relative to the project.
    """
    for part in path.parts:
        if match := _REFUSED.search(part):
            return f"rename it: {match[0]!r} in a name is lost in an address or an embed"
        if part.startswith("-"):
            return "rename it: a name that begins with - is read as an option"
        if part != part.strip() or part.endswith("."):
            return "rename it: a name that ends in a space or a dot is lost on Windows"
    return ""


def alike(paths: Iterable[PurePath]) -> list[tuple[PurePath, PurePath]]:
    """Return the pairs of paths that are one and the same on macOS and Windows.

    Args:
        paths: of one folder.
    """
    first: dict[str, PurePath] = {}
    pairs = []
    for path in paths:
        other = first.setdefault(path.as_posix().casefold(), path)
        if other != path:
            pairs.append((path, other))
    return pairs
