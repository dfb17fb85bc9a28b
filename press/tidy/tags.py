"""Alter tags of each page: scripts, the cells of wide tables, links that leave the site."""

import re
from html import unescape
from urllib.parse import urlsplit

from press.markup import Html, Tag
from press.site import Site

_WIDE = 3  # columns; of narrower tables content.css makes no cards
_TAG = re.compile(r"<[^>]*>")
_ELSEWHERE = ("external", "noopener")


def press(site: Site) -> None:
    """Alter the tags of each HTML file that was built."""
    for html in site.html.values():
        label(html)
        html.change(_deferred)
        html.change(lambda tag: _outward(tag, site.url))


def label(html: Html) -> None:
    """Say in each cell of a wide table but a row's first what its column is.

    A phone shows the rows as cards.
    """
    heads: list[str] = []
    column = 0
    for place, tag in enumerate(html.parts):
        if isinstance(tag, str):
            continue
        if tag.name == "table":
            heads = []
        elif tag.name == "th":
            heads.append(unescape(_TAG.sub("", html.inner(place, "</th>"))).strip())
        elif tag.name == "tr":
            column = 0
        elif tag.name == "td":
            column += 1
            if column > 1 and len(heads) >= _WIDE:
                html.parts[place] = tag.with_attribute("data-label", heads[column - 1])


def _deferred(tag: Tag) -> Tag:
    """Have a script that has a file fetched beside the page and run once that is read."""
    if tag.name != "script" or not tag.get("src") or tag.get("type") == "module":
        return tag
    return tag.with_attribute("defer", "")


def _outward(tag: Tag, own: str) -> Tag:
    """Mark a link that leaves the site, so that the other side learns nothing of the reader."""
    to = tag.get("href")
    if tag.name != "a" or f"{to}/".startswith(own):
        return tag
    if urlsplit(to).scheme not in {"http", "https"}:
        return tag
    words = dict.fromkeys([*tag.get("rel").split(), *_ELSEWHERE])
    return tag.with_attribute("rel", " ".join(words))
