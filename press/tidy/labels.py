"""Say in each cell of a wide table what its column is: a phone shows the rows as cards."""

import re
from html import unescape

from press.markup import Tag, rewrite
from press.site import Site

_WIDE = 3  # columns; of narrower tables site.css makes no cards
_TAG = re.compile(r"<[^>]*>")


def press(site: Site) -> None:
    """Label the cells of the tables that Markdown made, but for the first of each row."""
    for path in site.html():
        text = path.read_text("utf-8")
        path.write_text(_labelled(text), "utf-8", newline="")


def _labelled(text: str) -> str:
    heads: list[str] = []
    column = 0

    def change(tag: Tag) -> str | None:
        nonlocal heads, column
        if tag.name == "table":
            heads = []
        elif tag.name == "th":
            start = tag.at + len(tag.source)
            heads.append(
                unescape(_TAG.sub("", text[start : text.index("</th>", start)])).strip()
            )
        elif tag.name == "tr":
            column = 0
        elif tag.name == "td":
            column += 1
            if column > 1 and len(heads) >= _WIDE:
                return tag.with_attribute("data-label", heads[column - 1])
        return None

    return rewrite(text, change)
