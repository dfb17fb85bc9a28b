"""Put an empty run bar where a script will fill one: its place is kept until then."""

import json
import re
from collections.abc import Iterator

from press.markup import Html, Tag
from press.site import Site
from twicetold.books import built
from twicetold.receipts import receipt

_END = "</pre></div>"
_BAR = '<pdp-run class="run"></pdp-run>'
_PAGE = '<pdp-page class="run run--page"></pdp-page>'
_CLOSED = re.compile(r"</[a-z][^>]*>", re.IGNORECASE)
_EMPTY = frozenset(("br", "hr", "img", "input", "link", "meta", "source", "wbr"))


def press(site: Site) -> None:
    """Put a bar below each card whose program is carried, and the page's own after the last.

    web/src/main.js puts the same bars where a generator's page came without this step.
    """
    for page, key in site.sourced:
        carried = site.folder / "assets" / "run" / "pages" / f"{key}.json"
        if carried.is_file():
            verdicts = {
                each["sha256"]: each["verdict"]
                for each in json.loads(carried.read_text("utf-8"))["programs"]
            }
            found = {
                shown.last: verdicts[digest]
                for shown in built.shown(page.tree)
                if (digest := receipt.digest(shown.text, shown.output)) in verdicts
            }
            _add(page.html, found)


def _add(html: Html, found: dict[int, str]) -> None:
    """Add the bars to a page.

    Args:
        html: the page.
        found: what the browser's run made of each program, by the place of its card's last box.
    """
    boxes = [
        place
        for place, tag in enumerate(html.parts)
        if isinstance(tag, Tag)
        and tag.name == "div"
        and "highlight" in tag.get("class").split()
    ]
    cards = sorted(found, reverse=True)
    for card in cards:
        place = html.find(_END, boxes[card])
        assert place is not None  # the tree has a box here
        at = str(html.parts[place]).index(_END) + len(_END)
        if card == cards[0] and "passed" in found.values():
            html.add(*_end_of_child(html, place, at), _PAGE)
        html.add(place, at, _BAR)


def _end_of_child(html: Html, place: int, at: int) -> tuple[int, int]:
    """Return where the article's own child ends that holds a place: it may be a folded part."""
    depth = 0
    for number, end, step in _nesting(html):
        is_after = (number, end) > (place, at)
        if is_after and depth == 1:
            break
        depth += step
        if is_after and depth == 1:
            return number, end
    return place, at


def _nesting(html: Html) -> Iterator[tuple[int, int, int]]:
    """Yield the part and place where each element of the article has opened or closed."""
    is_article = False
    for number, part in enumerate(html.parts):
        if isinstance(part, Tag):
            is_article = is_article or part.name == "article"
            if is_article and part.name not in _EMPTY and not part.source.endswith("/>"):
                yield number, 0, 1
        elif is_article:
            yield from ((number, close.end(), -1) for close in _CLOSED.finditer(part))
