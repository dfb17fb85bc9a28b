"""The built site in memory: its pages, each read and parsed once, and written once."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.html
from mkdocs.utils.meta import get_data

from press.markup import Html
from press.say import dates
from twicetold.base.project import Project
from twicetold.books import built

# Names, operators, punctuation, space, as Pygments calls them: two of three spans of a page,
# to which content.css gives no colour of their own; fewer elements to style and to lay out.
_PLAIN = re.compile(r'<span class="(?:n|o|p|w)">([^<]*)</span>')


@dataclass(frozen=True)
class Page:
    """A built page.

    Args:
        path: the HTML file.
        address: below the site's own, as in `sqlite/locked/`; quoted, as an address is.
        key: the path of its source under docs/ without its ending, or None.
        title: its `<title>` without the site's name.
        heading: its `<h1>`.
        description: for results of a search.
        tree: the page as it was read, to look things up in; steps change `html`.
        html: the page as it is now.
    """

    path: Path
    address: str
    key: str | None
    title: str
    heading: str
    description: str
    tree: lxml.html.HtmlElement
    html: Html

    @property
    def is_post(self) -> bool:
        return (self.key or "").startswith("blog/posts/")


@dataclass(frozen=True)
class Site:
    """The built site and its sources.

    Args:
        folder: what was built.
        project: the sources.
        cache: where steps keep what is slow to make, by content.
        quality: of Brotli, 0 to 11.
    """

    folder: Path
    project: Project
    cache: Path
    quality: int = 11

    @property
    def name(self) -> str:
        return str(self.project.config["site_name"])

    @property
    def about(self) -> str:
        return str(self.project.config["site_description"])

    @property
    def url(self) -> str:
        """The site's address, with the slash at its end."""
        return str(self.project.config["site_url"]).rstrip("/") + "/"

    @property
    def base(self) -> str:
        """The path of that address: `/`, or the folder that the site is in, as in `/guide/`."""
        return urlsplit(self.url).path

    @cached_property
    def html(self) -> dict[Path, Html]:
        """All HTML files, by path: those that were built, and what steps add."""
        return self._read[0]

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that the generator built, without the one for what is not found."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[dict[Path, Html], list[Page]]:
        paths = sorted(self.folder.rglob("*.html"))
        texts = {path: _PLAIN.sub(r"\1", path.read_text("utf-8")) for path in paths}
        files = {path: Html(text) for path, text in texts.items()}
        pages = (_page(self, path, text, files[path]) for path, text in texts.items())
        return files, [page for page in pages if page is not None]

    @cached_property
    def written(self) -> dict[Path, bytes]:
        """The bytes of the HTML files that were written, by path."""
        return {}

    @cached_property
    def changed(self) -> dict[str, datetime]:
        """When each page was last changed, by key, as far as the history tells."""
        return dates.changed(self.project)

    @property
    def sourced(self) -> list[tuple[Page, str]]:
        """The pages that have a source, with its key."""
        return [(page, page.key) for page in self.pages if page.key is not None]

    def front_matter(self, key: str) -> dict[str, Any]:
        """Return the settings at the top of a page's source."""
        return self.source(key)[1]

    def source(self, key: str) -> tuple[str, dict[str, Any]]:
        """Return a page's Markdown, and the settings at its top as MkDocs reads them."""
        if key not in self._sources:
            self._sources[key] = get_data(self.project.page(key).read_text("utf-8"))
        return self._sources[key]

    @cached_property
    def _sources(self) -> dict[str, tuple[str, dict[str, Any]]]:
        return {}


def write(site: Site) -> None:
    """Write each HTML file as the steps have left it."""
    for path, html in site.html.items():
        site.written[path] = str(html).encode("utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(site.written[path])


def named(entry: Any) -> tuple[str, Any]:
    """Return the name of an entry of the navigation, or nothing, and what it is for."""
    if isinstance(entry, dict):
        name, value = next(iter(entry.items()))
        return str(name), value
    return "", entry


def _page(site: Site, path: Path, text: str, html: Html) -> Page | None:
    tree = lxml.html.fromstring(text.encode("utf-8"))
    canonical = str(tree.xpath("string(/html/head/link[@rel='canonical']/@href)"))
    address = canonical.removeprefix(site.url)
    there = site.folder / unquote(address)
    if path not in (there, there / "index.html"):
        return None  # what is not found, or has moved
    title = str(tree.xpath("string(/html/head/title)")).strip()
    return Page(
        path,
        address,
        _key(site, tree),
        title.removesuffix(f" - {site.name}"),
        " ".join(tree.xpath("string(//h1)").rstrip("#").split()),
        str(tree.xpath("string(/html/head/meta[@name='description']/@content)")),
        tree,
        html,
    )


def _key(site: Site, tree: lxml.html.HtmlElement) -> str | None:
    """Return a page's key, as theme/overrides/main.html wrote it, if it has a source."""
    key = built.key(tree)
    return key if key is not None and site.project.page(key).is_file() else None
