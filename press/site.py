"""Read the built site: its pages, and what each says of itself."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import lxml.html
from mkdocs.utils.meta import get_data

from twicetold.base.project import Project
from twicetold.books import built


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
    """

    path: Path
    address: str
    key: str | None
    title: str
    heading: str
    description: str

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
    def pages(self) -> list[Page]:
        """The pages that the generator built, without the one for what is not found."""
        paths = sorted(self.folder.rglob("*.html"))
        return [page for path in paths if (page := _read(self, path)) is not None]

    @property
    def sourced(self) -> list[tuple[Page, str]]:
        """The pages that have a source, with its key."""
        return [(page, page.key) for page in self.pages if page.key is not None]

    def front_matter(self, key: str) -> dict[str, Any]:
        """Return the settings at the top of a page's source."""
        return self.source(key)[1]

    def source(self, key: str) -> tuple[str, dict[str, Any]]:
        """Return a page's Markdown, and the settings at its top as MkDocs reads them."""
        return get_data(self.project.page(key).read_text("utf-8"))

    def html(self) -> list[Path]:
        """Return all HTML files that stand in the folder now."""
        return sorted(self.folder.rglob("*.html"))


def named(entry: Any) -> tuple[str, Any]:
    """Return the name of an entry of the navigation, or nothing, and what it stands for."""
    if isinstance(entry, dict):
        name, value = next(iter(entry.items()))
        return str(name), value
    return "", entry


def _read(site: Site, path: Path) -> Page | None:
    tree = lxml.html.fromstring(path.read_bytes())
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
    )


def _key(site: Site, tree: lxml.html.HtmlElement) -> str | None:
    """Return a page's key, as theme/overrides/main.html wrote it, if it has a source."""
    key = built.key(tree)
    return key if key is not None and site.project.page(key).is_file() else None
