"""Count the blocks of Python in the pages of a site, by lines alone and without the engine."""

import hashlib
import re
from pathlib import Path

# By lines alone, and by nothing of the engine: it knows neither nesting nor comments.
_OPENS = re.compile(
    r"[ >]*(?:[-*+] +|\d+[.)] +)?(?:`{3,}|~{3,}) *\{? ?\.?(?:python|pycon|py)3?\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"[ >]*(?:`{3,}|~{3,}) *(?:text|txt|console|shell)? *\n[ >]*>>> ")


def texts(place: Path) -> dict[str, str]:
    """Return the text of each page by its path below a place; of one page, by its name.

    Args:
        place: a folder, or a page.
    """
    files = sorted(place.rglob("*.md")) if place.is_dir() else [place]
    base = place if place.is_dir() else place.parent
    return {path.relative_to(base).as_posix(): path.read_text("utf-8") for path in files}


def digest(pages: dict[str, str]) -> str:
    """Return the SHA-256 of pages and their names.

    Args:
        pages: their texts, by name.
    """
    whole = "".join(f"{name}\0{text}\0" for name, text in sorted(pages.items()))
    return hashlib.sha256(whole.encode()).hexdigest()


def counted(text: str) -> set[int]:
    """Return the lines, from 1, on which a fence of Python seems to begin.

    Args:
        text: of a page.
    """
    lines = text.split("\n")
    ends = zip(lines, [*lines[1:], ""], strict=True)
    return {
        number
        for number, (line, below) in enumerate(ends, 1)
        if _OPENS.match(line) or _BARE.match(f"{line}\n{below}")
    }


def unexplained(known: set[str], found: set[str], by_line: set[str]) -> list[str]:
    """Return where the engine's fences and those counted differ and the list says no reason.

    Args:
        known: the page and line of each difference that has a reason.
        found: the same of each fence of the engine's.
        by_line: the same of each that was counted by lines.
    """
    new = [f"{at}: found alone" for at in sorted(found - by_line - known)]
    new += [f"{at}: counted alone" for at in sorted(by_line - found - known)]
    return new + [f"{at}: no difference" for at in sorted(known - (found ^ by_line))]
