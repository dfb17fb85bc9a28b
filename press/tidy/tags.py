"""Alter tags of each page: scripts, and links that leave the site."""

from urllib.parse import urlsplit

from press.markup import Tag
from press.site import Site

_ELSEWHERE = ("external", "noopener")


def press(site: Site) -> None:
    """Alter the tags of each HTML file that was built."""
    for html in site.html.values():
        html.change(_deferred)
        html.change(lambda tag: _outward(tag, site.url))


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
