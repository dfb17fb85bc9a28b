"""Every link of the built site that stays on it leads to a file, and to a place in it."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest

from press.site import Site
from twicetold.base.project import Project

NAMED = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}


@cache
def anchors(file: Path) -> frozenset[str]:
    tree = lxml.html.fromstring(file.read_bytes())
    return frozenset({*tree.xpath("//@id"), *tree.xpath("//a/@name"), "", "__top"})


def broken(folder: Path, own: str) -> list[str]:
    """Return what the pages of a folder link that is not there.

    Args:
        folder: the built site.
        own: its address, with the slash at its end.
    """
    found = []
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        at = urljoin(own, "" if name == "404.html" else name.removesuffix("index.html"))
        for element in lxml.html.fromstring(path.read_bytes()).iter(*NAMED):
            reference = element.get(NAMED[str(element.tag)])
            if reference is None:
                continue
            url = urljoin(at, reference)
            if not url.startswith(own):
                if reference.startswith(("/", ".")) and not reference.startswith("//"):
                    found.append(f"{name}: {reference} leads out of the site")
                continue
            parts = urlsplit(url.removeprefix(own))
            target = folder / unquote(parts.path)
            if target.is_dir():
                target /= "index.html"
                if parts.path and not parts.path.endswith("/"):
                    found.append(f"{name}: {reference} lacks the slash at its end")
            if not target.is_file():
                found.append(f"{name}: {reference} leads to nothing")
            elif target.suffix == ".html" and unquote(parts.fragment) not in anchors(target):
                found.append(f"{name}: no #{parts.fragment} on the page of {reference}")
    return found


def test_every_internal_link_and_anchor_is_there(site: Path, project: Project) -> None:
    assert not broken(site, Site(site, project, site).url)


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ('<a href="page/#part">', None),
        ('<a href="page/#no">', "no #no"),
        ('<a href="gone/">', "leads to nothing"),
        ('<a href="https://own.example/guide/gone/">', "leads to nothing"),
        ('<a href="page">', "lacks the slash"),
        ('<img src="gone.png">', "leads to nothing"),
        ('<a href="https://elsewhere.example/gone/">', None),
        ('<a href="/guide/page/">', None),
        ('<a href="/page/">', "leads out"),
        ('<a href="../page/">', "leads out"),
    ],
)
def test_a_broken_link_is_seen(tmp_path: Path, link: str, message: str | None) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("<h1 id='part'>A page</h1>", "utf-8")
    (tmp_path / "index.html").write_text(f"<body>{link}</body>", "utf-8")
    found = broken(tmp_path, "https://own.example/guide/")
    if message is None:
        assert not found
    else:
        assert [each for each in found if message in each]
