"""Read the code blocks of a built page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from twicetold.base import extra

if TYPE_CHECKING:
    import lxml.html

from twicetold.base.digest import digest

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
class Card:
    """A program as a reader sees it, whole or in part, and the output that is joined to it.

    Args:
        key: of its page, if the file tells.
        name: what the page calls it, and its variant.
        written: the digest that the build wrote for it, if it did.
        line: of the HTML file.
        text: the program.
        output: the output, or nothing.
        below: the text directly below, whatever its title: an output, or prose.
        block: the place of its box, among the boxes of the article, from 0.
    """

    key: str | None
    name: str
    written: str | None
    line: int
    text: str
    output: str
    below: str
    block: int

    @property
    def shown(self) -> str:
        """The digest of what is shown."""
        return digest(self.text, self.output)

    @property
    def either(self) -> set[str]:
        """The digests of what is shown: that text is a part of it, or is not."""
        return {self.shown, digest(self.text, self.output or self.below)}

    @property
    def digest(self) -> str:
        """The digest that is written or, of a build that writes none, that of what is shown."""
        return self.written or self.shown


def blocks(path: Path) -> tuple[str | None, list[Block]]:
    """Return the key of the page that a built file shows, if it tells, and its code blocks.

    Args:
        path: the HTML file.
    """
    tree = _tree(path)
    found = []
    for place, pre in enumerate(tree.xpath("//article//pre")):
        around = next(pre.iterancestors("div"), None)
        is_code = around is not None and "highlight" in (around.get("class") or "").split()
        language = _language(around) if is_code else ""
        code = pre.find(".//code")
        text = (code if code is not None else pre).text_content()
        found.append(Block(language, text, place))
    return key(tree), found


def cards(page: Path | lxml.html.HtmlElement) -> list[Card]:
    """Return the programs that a built page shows.

    Args:
        page: the HTML file, or the whole of it as read.
    """
    tree = _tree(page) if isinstance(page, Path) else page
    boxes = tree.xpath("//article//div[contains(@class, 'highlight')][pre]")
    found = []
    for place, box in enumerate(boxes):
        if _language(box) in PROGRAMS:
            after = boxes[place + 1] if place + 1 < len(boxes) else None
            output = _text(after) if after is not None and _title(after) == "Output" else ""
            sibling = next(box.itersiblings("*"), None)
            below = (
                _text(sibling) if _language(sibling) in JOINED and sibling is not None else ""
            )
            name = box.get("data-name") or _title(box) or "a program"
            home, written = box.get("data-key") or key(tree), box.get("data-digest")
            line = box.sourceline or 1
            found.append(Card(home, name, written, line, _text(box), output, below, place))
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
