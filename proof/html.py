"""Read the code blocks of a built page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import lxml.html

LANGUAGES = {
    "python": ("python", "python3", "pycon", "py"),
    "sh": ("bash", "sh", "shell", "zsh"),
}
PROGRAMS = LANGUAGES["python"] + LANGUAGES["sh"]

Take = Callable[..., int | None]


@dataclass(frozen=True)
class Block:
    """A code block as a reader sees it.

    Args:
        language: the name that the highlighter gave it, or nothing.
        text: what is shown.
        place: its place among the blocks of the page, from 0.
    """

    language: str
    text: str
    place: int


def blocks(path: Path) -> tuple[str | None, list[Block]]:
    """Return the key of the page that a built file shows, if it tells, and its code blocks.

    Args:
        path: the HTML file.
    """
    tree = lxml.html.fromstring(path.read_bytes())
    found = []
    for place, pre in enumerate(tree.xpath("//article//pre")):
        around = next(pre.iterancestors("div"), None)
        names = (around.get("class") or "").split() if around is not None else []
        language = ""
        if "highlight" in names:
            language = next((n[9:] for n in names if n.startswith("language-")), "")
        code = pre.find(".//code")
        text = (code if code is not None else pre).text_content()
        found.append(Block(language, text, place))
    edit = tree.xpath("//article//a[contains(concat(' ', @rel, ' '), ' edit ')]/@href")
    key = urlsplit(edit[0]).path.partition("/docs/")[2].removesuffix(".md") if edit else None
    return key, found
