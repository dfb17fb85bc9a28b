"""Pack the whole site for reading from a disk: no server, no network, search included."""

import copy
import json
import posixpath
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from press.markup import Html, Tag
from press.pack.archives import pack
from press.site import Site

ARCHIVE = "offline.zip"
FOLDER = "python-data-persistence"
_WORKER = Path(__file__).parents[2] / "web" / "src" / "offline" / "from-disk.js"
_INDEX = "search/search_index.json"
_LEFT_OUT = ("assets/cards/", "feed.", "offline.zip")
_KINDS = {".css", ".jpg", ".js", ".json", ".md", ".mjs", ".png", ".py", ".pyz", ".svg"}
_KINDS |= {".wasm", ".webp", ".woff2", ".zip"}
_BUNDLE = re.compile(r"(?P<up>.*)assets/javascripts/bundle")


def press(site: Site) -> None:
    """Write the archive.

    Browsers load no module from a disk, so programs run in it only once something serves the
    folder, such as `python -m http.server`; the page says so.
    """
    files: dict[str, bytes] = {}
    for path in sorted(site.folder.rglob("*")):
        name = path.relative_to(site.folder).as_posix()
        if path.is_file() and path.suffix in _KINDS and not name.startswith(_LEFT_OUT):
            files[name] = path.read_bytes()
    for path, html in site.html.items():
        name = path.relative_to(site.folder).as_posix()
        if name != "404.html":  # it is for hosts
            files[name] = page(html, name, site).encode("utf-8")
    index = json.loads((site.folder / _INDEX).read_text("utf-8"))
    files[_INDEX] = _index(index).encode("utf-8")
    files["search/search_index.js"] = b"var __index = " + files[_INDEX]
    files["assets/offline.js"] = _WORKER.read_bytes()
    pack(site.folder / ARCHIVE, {f"{FOLDER}/{name}": data for name, data in files.items()})


def page(html: Html, name: str, site: Site) -> str:
    """Return a page whose links lead to files, and whose search works without a worker.

    Args:
        html: the page as it is served, but for its policy; it stays as it is.
        name: its path in the site.
        site: the site.
    """

    def change(tag: Tag) -> Tag | str:
        if tag.name == "script" and (bundle := _BUNDLE.match(tag.get("src"))):
            return f'<script src="{bundle["up"]}assets/offline.js"></script>\n      {tag}'
        if tag.name == "meta" and tag.get("http-equiv") == "refresh":
            wait, _, to = tag.get("content").partition("url=")
            return tag.with_attribute("content", f"{wait}url={_file(to)}")
        href = tag.get("href")
        own = href.removeprefix(site.url)
        if tag.name != "a" or not href:
            return tag
        if own != href:  # written with the site's own address
            start = posixpath.relpath(".", posixpath.dirname(name) or ".")
            return tag.with_attribute("href", _file(f"{start}/{own}"))
        return tag.with_attribute("href", _file(href)) if _file(href) != href else tag

    changed = copy.copy(html)
    changed.change(change)
    return str(changed)


def _file(address: str) -> str:
    """Return a relative address with the name of the file that a server would send."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return address
    last = posixpath.basename(parts.path)
    if last in {".", ".."}:
        return parts._replace(path=f"{parts.path}/index.html").geturl()
    if not last:
        return parts._replace(path=f"{parts.path}index.html").geturl()
    return address


def _index(index: dict[str, Any]) -> str:
    for entry in index["docs"]:
        path, hash_, anchor = entry["location"].partition("#")
        entry["location"] = f"{path}index.html{hash_}{anchor}"
    return json.dumps(index, ensure_ascii=False)
