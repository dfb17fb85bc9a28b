"""Write each page's Markdown beside its HTML, programs and outputs filled in, and llms.txt."""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from press.site import Page, Site, named
from twicetold.base.project import Project
from twicetold.read import snippet

_EMBED = re.compile(r'^(?P<indent>[ \t]*)-+8<-+ +"(?P<path>[^"]+)"[ \t]*$', re.MULTILINE)
_MARK = re.compile(r"^[ \t]*<!--[-\s]*(pytest|more)\b.*?-->[ \t]*\n", re.MULTILINE)
_BLOCK_ATTRIBUTES = re.compile(r"^[ \t]*\{:? ?[.#][^}\n]*\}[ \t]*\n", re.MULTILINE)
_CELL_ATTRIBUTE = re.compile(r" \{: data-is=\w+ \}")
_WRAPPER = re.compile(r"^[ \t]*</?div\b[^>]*>[ \t]*\n", re.MULTILINE)
_LINK = re.compile(r"(?<=\]\()(?!\w+:|#|/)(?P<path>[^)#\s]+)(?P<rest>#[^)\s]*)?(?=\))")
_FENCE = re.compile(r"^([ \t]*)(```+|~~~+).*?^\1\2[ \t]*$", re.MULTILINE | re.DOTALL)


def press(site: Site) -> None:
    """Write the twins, then the list of them."""
    addresses = {key: page.address for page, key in site.sourced}
    for page, key in site.sourced:
        target = page.path.with_name("index.md")
        target.write_text(_text(site, page, key, addresses), "utf-8", newline="\n")
    (site.folder / "llms.txt").write_text(_list(site), "utf-8", newline="\n")


def twin(page: Page) -> str:
    """Return the path of a page's Markdown in the site."""
    return f"{page.address}index.md"


def filled(project: Project, text: str) -> str:
    """Return Markdown with its embeds replaced by what they name, without marks.

    Args:
        project: where the snippets and includes are.
        text: the Markdown.
    """

    def embedded(match: re.Match[str]) -> str:
        path, _, section = match["path"].partition(":")
        read = snippet.read(_find(project, path).read_bytes(), path)
        published = read.sections[section].text if section else read.text
        lines = published.rstrip("\n").split("\n")
        return "\n".join(f"{match['indent']}{line}".rstrip() for line in lines)

    return _EMBED.sub(embedded, _MARK.sub("", text))


def _find(project: Project, path: str) -> Path:
    places = (project.snippets / path, project.root / "theme" / "includes" / path)
    return next(place for place in places if place.is_file())


def _text(site: Site, page: Page, key: str, addresses: dict[str, str]) -> str:
    whole = filled(site.project, site.source(key)[0])
    body = _outside_fences(whole, lambda prose: _plain(prose, key, site, addresses))
    said = {"title": page.title, "description": page.description}
    said["source"] = site.url + page.address
    head = yaml.safe_dump(said, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n\n" + body.strip("\n") + "\n"


def _plain(text: str, key: str, site: Site, addresses: dict[str, str]) -> str:
    """Return the prose without what only the generator reads, its links made absolute."""
    folder = posixpath.dirname(key)

    def absolute(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(folder, match["path"]))
        address = addresses.get(path.removesuffix(".md"))
        known = f"{address}index.md" if address is not None else path
        return f"{site.url}{known}{match['rest'] or ''}"

    for unread in (_BLOCK_ATTRIBUTES, _CELL_ATTRIBUTE, _WRAPPER):
        text = unread.sub("", text)
    return _LINK.sub(absolute, text)


def _outside_fences(text: str, change: Callable[[str], str]) -> str:
    parts = []
    done = 0
    for match in _FENCE.finditer(text):
        parts += [change(text[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*parts, change(text[done:])])


def _list(site: Site) -> str:
    """Return llms.txt: the pages in the order of the navigation, then the posts."""
    known = {key: page for page, key in site.sourced}

    def line(page: Page) -> str:
        return f"- [{page.title}]({site.url}{twin(page)}): {page.description}"

    def sections(entries: list[Any], name: str) -> Iterator[tuple[str, Page]]:
        for entry in entries:
            label, value = named(entry)
            if isinstance(value, list):
                yield from sections(value, name or label)
            elif (page := known.get(value.removesuffix(".md"))) is not None:
                yield name or label, page

    lines = [f"# {site.name}", "", f"> {site.about}", ""]
    lines += ["Each page is here as Markdown, with its programs and what they printed."]
    last = None
    for name, page in sections(site.project.config["nav"], ""):
        if name != last:
            lines += ["", f"## {name}", ""]
            last = name
        lines.append(line(page))
    posts = [page for page in site.pages if page.is_post]
    if posts:
        lines += ["", "## Posts", "", *map(line, reversed(posts))]
    return "\n".join(lines) + "\n"
