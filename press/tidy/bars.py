"""Put an empty run bar where a script will fill one: its place is kept until then."""

import json

from press.markup import Html, Tag
from press.pack import compress
from press.site import Site
from twicetold.books import built

_END = "</pre>"
_BAR = '<pdp-run class="run"></pdp-run>'
_WHY = '<pdp-run class="run run--why"></pdp-run>'
_PAGE = '<pdp-page class="run run--page" data-cost="{}"></pdp-page>\n'


def press(site: Site) -> None:
    """Put a bar below each program that is carried, and the page's own at the end of the page.

    web/src/main.js puts the same bars where a generator's page came without this step. What
    looks into a reader's files has its place already, and is told what Python weighs.
    """
    runtime = (site.folder / "assets" / "run").glob("python-*/*")
    cost = sum(compress.sent(path, site.cache, site.quality) for path in sorted(runtime))

    def priced(tag: Tag) -> Tag:
        return (
            tag.with_attribute("data-cost", str(cost)) if "data-look" in tag.attributes else tag
        )

    for page, key in site.sourced:
        page.html.change(priced)
        carried = site.folder / "assets" / "run" / "pages" / f"{key}.json"
        if carried.is_file():
            verdicts: dict[str, list[str]] = {}  # by digest: equal programs follow in order
            for each in json.loads(carried.read_text("utf-8"))["programs"]:
                verdicts.setdefault(each["sha256"], []).append(each["verdict"])
            found = {
                card.block: verdicts[card.digest].pop(0)
                for card in built.cards(page.tree)
                if verdicts.get(card.digest)
            }
            _add(page.html, found, cost)


def _add(html: Html, found: dict[int, str], cost: int) -> None:
    """Add the bars to a page.

    Args:
        html: the page.
        found: what the browser's run made of each program, by the place of its box.
        cost: what Python weighs as it is sent, in bytes.
    """
    boxes = [
        place
        for place, tag in enumerate(html.parts)
        if isinstance(tag, Tag)
        and tag.name == "div"
        and "highlight" in tag.get("class").split()
    ]
    if "passed" in found.values():
        html.before_article_end(_PAGE.format(cost))
    for block in sorted(found, reverse=True):
        place = html.find(_END, boxes[block])
        assert place is not None  # the tree has a box here
        at = str(html.parts[place]).index(_END) + len(_END)
        html.add(place, at, _BAR if found[block] == "passed" else _WHY)
