"""Put an empty run bar where a script will fill one: its place is kept until then."""

import json
import re

from press.markup import tags
from press.site import Site
from twicetold.books import built

_END = "</pre></div>"
_BAR = '<pdp-run class="run"></pdp-run>'
_PAGE = '<pdp-page class="run run--page"></pdp-page>'
_TAG = re.compile(r"""<(/?)([a-z][\w-]*)(?:[^>"']|"[^"]*"|'[^']*')*?(/?)>""", re.IGNORECASE)
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
                card.last: verdicts[card.digest]
                for card in built.cards(page.path)
                if card.digest in verdicts
            }
            text = page.path.read_text("utf-8")
            page.path.write_text(_with_bars(text, found), "utf-8", newline="")


def _with_bars(text: str, found: dict[int, str]) -> str:
    """Return a page's text with its bars.

    Args:
        text: the HTML.
        found: what the browser's run made of each program, by the place of its card's last box.
    """
    boxes = [
        tag.at
        for tag in tags(text)
        if "highlight" in tag.get("class").split() and tag.name == "div"
    ]
    places = sorted(found)
    for place in reversed(places):
        end = text.index(_END, boxes[place]) + len(_END)
        if place == places[-1] and "passed" in found.values():
            after = _end_of_child(text, end)
            text = text[:after] + _PAGE + text[after:]
        text = text[:end] + _BAR + text[end:]
    return text


def _end_of_child(text: str, at: int) -> int:
    """Return where the article's own child ends that holds a place: it may be a folded part."""
    depth = 0
    for tag in _TAG.finditer(text, text.index("<article")):
        if tag.start() >= at and depth == 1:
            break
        if not tag[3] and tag[2].lower() not in _EMPTY:
            depth += -1 if tag[1] else 1
        if tag.start() >= at and depth == 1:
            return tag.end()
    return at
