"""Write the blog's feeds, RSS and JSON, each post whole."""

import copy
import json
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urljoin

import feedgenerator
import lxml.html

from press.say import social_cards
from press.site import Page, Site

RSS, JSON = "feed.xml", "feed.json"
FEEDS = (
    (RSS, "application/rss+xml", "Posts, as RSS"),
    (JSON, "application/feed+json", "Posts, as JSON"),
)
_NOT_READ = (
    "//*[contains(concat(' ', @class, ' '), ' headerlink ')]",
    "//*[@class='edit' or @class='where' or contains(@class, 'contents')]",
    "//nav",
    "//h1",
    "//a[not(node()) and starts-with(@href, '#')]",
)


@dataclass(frozen=True)
class _Post:
    page: Page
    published: datetime
    changed: datetime
    html: str


def press(site: Site) -> None:
    """Write both feeds, the newest post first."""
    posts = []
    for page, key in site.sourced:
        if page.is_post:
            day = site.front_matter(key)["date"]
            published = datetime.combine(day, time(), UTC)
            posts.append(
                _Post(page, published, site.changed.get(key, published), _content(site, page))
            )
    posts.sort(key=lambda post: post.published, reverse=True)
    _rss(site, posts)
    _json(site, posts)


def _content(site: Site, page: Page) -> str:
    """Return a post's HTML with absolute addresses and without what only a page needs."""
    article = copy.deepcopy(page.tree.xpath("//article")[-1])
    for path in _NOT_READ:
        for element in article.xpath(f".{path}"):
            element.drop_tree()
    for element in article.iter():
        for name in ("href", "src"):
            if name in element.attrib:
                element.set(name, urljoin(site.url + page.address, element.get(name)))
        for name in ("class", "id", "style", "tabindex"):
            element.attrib.pop(name, None)
    parts = (lxml.html.tostring(child, encoding="unicode") for child in article)
    return "".join(parts).strip()


def _rss(site: Site, posts: list[_Post]) -> None:
    feed = feedgenerator.Rss201rev2Feed(
        title=site.name,
        link=f"{site.url}blog/",
        description=site.about,
        language="en",
        feed_url=site.url + RSS,
    )
    for post in posts:
        address = site.url + post.page.address
        feed.add_item(
            title=post.page.heading,
            link=address,
            description=post.page.description,
            content=post.html,
            unique_id=address,
            unique_id_is_permalink=True,
            pubdate=post.published,
            updateddate=post.changed,
        )
    with (site.folder / RSS).open("wb") as file:
        feed.write(file, "utf-8")


def _json(site: Site, posts: list[_Post]) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.about,
        "home_page_url": f"{site.url}blog/",
        "feed_url": site.url + JSON,
        "language": "en",
        "authors": [{"name": site.name, "url": site.url}],
        "items": [
            {
                "id": site.url + post.page.address,
                "url": site.url + post.page.address,
                "title": post.page.heading,
                "summary": post.page.description,
                "content_html": post.html,
                "image": site.url + social_cards.card(post.page),
                "date_published": post.published.isoformat(),
                "date_modified": post.changed.isoformat(),
            }
            for post in posts
        ],
    }
    text = json.dumps(feed, ensure_ascii=False, indent=2) + "\n"
    (site.folder / JSON).write_text(text, "utf-8", newline="\n")
