"""Read the code blocks of a built page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from twicetold.base import extra

if TYPE_CHECKING:
    import lxml.html

LANGUAGES = {
    "python": ("python", "python3", "pycon", "py"),
    "sh": ("bash", "sh", "shell", "zsh"),
}
JOINED = ("text", "pytb")  # drawn as one card with the program directly above
PROGRAMS = LANGUAGES["python"] + LANGUAGES["sh"]


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


@dataclass(frozen=True)
class Shown:
    """A program as a reader sees it, whole or in part, and the output that is joined to it.

    Args:
        title: the file's name above it.
        line: of the HTML file.
        text: the program.
        output: the output, or nothing.
        last: the place of the box that ends its card, among the boxes of the article, from 0.
    """

    title: str
    line: int
    text: str
    output: str
    last: int


def blocks(path: Path) -> tuple[str | None, list[Block]]:
    """Return the key of the page that a built file shows, if it tells, and its code blocks.

    Args:
        path: the HTML file.
    """
    tree = _tree(path)
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
    return key(tree), found


def programs(path: Path) -> tuple[str | None, list[Shown]]:
    """Return the key of the page that a built file shows, if it tells, and its programs.

    Args:
        path: the HTML file.
    """
    tree = _tree(path)
    return key(tree), shown(tree)


def shown(tree: lxml.html.HtmlElement) -> list[Shown]:
    """Return the programs of a built page.

    Args:
        tree: the whole file.
    """
    boxes = tree.xpath("//article//div[contains(@class, 'highlight')][pre]")
    found = []
    for place, box in enumerate(boxes):
        if _language(box) in PROGRAMS:
            after = boxes[place + 1] if place + 1 < len(boxes) else None
            output = _text(after) if after is not None and _title(after) == "Output" else ""
            line = box.sourceline or 1
            last = place + (_language(next(box.itersiblings("*"), None)) in JOINED)
            found.append(Shown(_title(box) or "a program", line, _text(box), output, last))
    return found


def key(tree: lxml.html.HtmlElement) -> str | None:
    """Return the key of the page that a built file shows, as its head names it, or None.

    Args:
        tree: the whole file; its theme writes `<meta name="page" content="KEY">`.
    """
    return next(iter(tree.xpath("/html/head/meta[@name='page']/@content")), None)


def _tree(path: Path) -> lxml.html.HtmlElement:
    tree: lxml.html.HtmlElement = extra.load("lxml.html", "site").fromstring(path.read_bytes())
    return tree


def _language(block: lxml.html.HtmlElement | None) -> str:
    names = (block.get("class") or "").split() if block is not None else []
    return next((n[9:] for n in names if n.startswith("language-")), "")


def _title(block: lxml.html.HtmlElement) -> str:
    title = block.find("./span[@class='filename']")
    return title.text_content() if title is not None else ""


def _text(block: lxml.html.HtmlElement) -> str:
    code = block.find("./pre/code")
    return (code if code is not None else block).text_content()
