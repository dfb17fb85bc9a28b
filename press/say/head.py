"""Say in the head of each page what machines ask: its card, its kind, its place, its twins."""

import json
from html import escape
from typing import Any

from press.say import social_cards
from press.say.feeds import FEEDS
from press.say.twins import twin
from press.site import Page, Site, named

# The theme takes each link[rel=alternate] for a translation and asks for the sitemap below it.
# A space after the word says the same to all who read HTML, and that selector misses it.
_ALTERNATE = "alternate "


def press(site: Site) -> None:
    """Add the metadata to each page."""
    trails = _trails(site)
    for page in site.pages:
        when = site.changed.get(page.key or "")
        graph = [_kind(site, page, when.isoformat() if when else None)]
        if trail := trails.get(page.key or ""):
            graph.append(_breadcrumbs(site, trail))
        page.html.at_head_end([*_social(site, page), *_alternates(site, page), _data(graph)])


def _social(site: Site, page: Page) -> list[str]:
    is_article = page.key not in {"index", "blog/index", None}
    properties = {
        "og:site_name": site.name,
        "og:type": "article" if is_article else "website",
        "og:title": page.title,
        "og:description": page.description,
        "og:url": site.url + page.address,
        "og:image": site.url + social_cards.card(page),
        "og:image:width": str(social_cards.SIZE[0]),
        "og:image:height": str(social_cards.SIZE[1]),
        "og:image:alt": page.heading,
    }
    lines = [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in properties.items()
    ]
    return [*lines, '<meta name="twitter:card" content="summary_large_image">']


def _alternates(site: Site, page: Page) -> list[str]:
    lines = []
    if page.key is not None:
        address = site.url + twin(page)
        lines.append(f'<link rel="{_ALTERNATE}" type="text/markdown" href="{escape(address)}">')
    for name, kind, title in FEEDS:
        address = site.url + name
        lines.append(
            f'<link rel="{_ALTERNATE}" type="{kind}" title="{title}" href="{address}">'
        )
    return lines


def _data(graph: list[dict[str, Any]]) -> str:
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return f'<script type="application/ld+json">{text.replace("<", chr(92) + "u003c")}</script>'


def _kind(site: Site, page: Page, changed: str | None) -> dict[str, Any]:
    address = site.url + page.address
    home = {"@type": "WebSite", "@id": f"{site.url}#site", "name": site.name, "url": site.url}
    if page.key == "index":
        return home | {"description": page.description, "inLanguage": "en"}
    thing: dict[str, Any] = {
        "@type": _type(page),
        "@id": address,
        "url": address,
        "name" if page.key == "blog/index" else "headline": page.heading,
        "description": page.description,
        "image": site.url + social_cards.card(page),
        "inLanguage": "en",
        "isPartOf": home,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "author": {"@type": "Organization", "name": site.name, "url": site.url},
    }
    if page.is_post and page.key is not None:
        thing["datePublished"] = site.front_matter(page.key)["date"].isoformat()
    if changed is not None:
        thing["dateModified"] = changed
    return thing


def _type(page: Page) -> str:
    if page.is_post:
        return "BlogPosting"
    if page.key is None:
        return "WebPage"
    return "Blog" if page.key == "blog/index" else "TechArticle"


def _trails(site: Site) -> dict[str, list[tuple[str, str]]]:
    """Return for each page the names and addresses from the start to it."""
    known = {key: page for page, key in site.sourced}
    trails: dict[str, list[tuple[str, str]]] = {}

    def walk(entries: list[Any], above: list[tuple[str, str]]) -> None:
        for entry in entries:
            name, value = named(entry)
            if isinstance(value, list):
                walk(value, [*above, (name, _first(value))])
            elif (key := value.removesuffix(".md")) in known:
                page = known[key]
                own = (page.title, page.address)
                trails[key] = [*(step for step in above if step[1] != page.address), own]

    def _first(entries: list[Any]) -> str:
        _, value = named(entries[0])
        page = known.get(str(value).removesuffix(".md"))
        return page.address if page else ""

    walk(site.project.config["nav"], [(site.name, "")])
    trails.pop("index", None)
    for page, key in site.sourced:
        if page.is_post and "blog/index" in trails:
            trails[key] = [*trails["blog/index"], (page.title, page.address)]
    return trails


def _breadcrumbs(site: Site, trail: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": site.url + address,
            }
            for number, (name, address) in enumerate(trail, 1)
        ],
    }
