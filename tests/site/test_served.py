"""The site behind nginx as ops/deploy/ configures it: every page, header, copy and redirect."""

import sys
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from ops.tools import served
from press.hosts import policy, redirects
from press.site import Site
from twicetold.base.project import Project

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux", reason="the configuration is for Debian's nginx"
    ),
    pytest.mark.needs("nginx"),
]

HASHED = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served.nginx(site) as address:
        yield address


Ask = Callable[..., tuple[HTTPResponse, bytes]]


@pytest.fixture
def ask(address: str) -> Iterator[Ask]:
    """Ask for a path with headers; give the answer and its body."""
    connection = HTTPConnection(urlsplit(address).netloc)

    def get(path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        answer = connection.getresponse()
        return answer, answer.read()

    yield get
    connection.close()


def test_every_page_is_served_as_it_was_built(site: Path, ask: Ask) -> None:
    paths = served.addresses(site)
    moved = {f"/{old}" for old in redirects.moved(Path(__file__).parents[2])}
    for path in paths:
        if path not in moved:
            answer, body = ask(path)
            assert answer.status == 200, path
            assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
            assert body == (site / path.lstrip("/") / "index.html").read_bytes()


def test_every_answer_carries_every_header(site: Path, project: Project, ask: Ask) -> None:
    headers = policy.headers(Site(site, project, site))
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    paths = ["/sqlite/locked/", "/not/here/", "/tutorial/", "/assets/site.css", "/llms.txt"]
    paths += ["/sqlite/index.md", "/search/search_index.json", "/_headers"]
    for path in paths:
        answer, _ = ask(path)
        for name, value in headers.items():
            assert answer.getheader(name) == value, (path, name)


def test_what_has_a_hash_in_its_address_is_kept_for_good_and_nothing_else_is(
    site: Path, ask: Ask
) -> None:
    kept = fresh = 0
    for file in sorted(site.rglob("*.*")):
        name = f"/{file.relative_to(site).as_posix()}"
        if file.suffix not in {".js", ".css", ".html", ".json", ".png", ".svg"}:
            continue
        answer, _ = ask(name)
        if ".min." in name or name.startswith(("/assets/run/python-", "/assets/run/editor-")):
            assert answer.getheader("Cache-Control") == HASHED, name
            kept += 1
        else:
            assert answer.getheader("Cache-Control") == "no-cache", name
            fresh += 1
    assert kept and fresh


def test_a_browser_that_has_a_page_is_not_sent_it_again(ask: Ask) -> None:
    for coding in ("identity", "gzip", "br"):
        first, _ = ask("/sqlite/", Accept_Encoding=coding)
        tag, changed = first.getheader("ETag"), first.getheader("Last-Modified")
        by_tag, body = ask("/sqlite/", Accept_Encoding=coding, If_None_Match=tag)
        assert (by_tag.status, body) == (304, b"")
        by_date, _ = ask("/sqlite/", Accept_Encoding=coding, If_Modified_Since=changed)
        assert by_date.status == 304
        other, _ = ask("/sqlite/", Accept_Encoding=coding, If_None_Match='"another"')
        assert other.status == 200


def test_the_copies_are_sent_to_who_takes_them(site: Path, ask: Ask) -> None:
    whole, body = ask("/sqlite/")
    packed, less = ask("/sqlite/", Accept_Encoding="gzip, br")
    zipped, _ = ask("/sqlite/", Accept_Encoding="gzip")
    assert whole.getheader("Content-Encoding") is None
    assert packed.getheader("Content-Encoding") == "br"
    assert zipped.getheader("Content-Encoding") == "gzip"
    assert brotli.decompress(less) == body
    for answer in (whole, packed, zipped):
        assert "Accept-Encoding" in answer.getheader("Vary", ""), "a cache would mix them up"


def test_what_is_not_there_is_404_and_says_where_to_go(ask: Ask) -> None:
    for path in ("/not/here/", "/.nginx/headers.conf", "/_headers", "/_redirects"):
        answer, body = ask(path)
        assert answer.status == 404, path
        assert b"This page is not here" in body, path


def test_addresses_that_moved_are_redirected_for_good(project: Project, ask: Ask) -> None:
    for old, new in redirects.moved(project.root).items():
        answer, _ = ask(f"/{old}")
        assert (answer.status, answer.getheader("Location")) == (301, f"/{new}")


def test_an_address_without_its_slash_gets_it(ask: Ask) -> None:
    answer, _ = ask("/sqlite/locked")
    assert (answer.status, answer.getheader("Location")) == (301, "/sqlite/locked/")


def test_what_is_no_page_has_its_type(site: Path, ask: Ask) -> None:
    types = {
        "/sqlite/index.md": "text/markdown; charset=utf-8",
        "/llms.txt": "text/plain; charset=utf-8",
        "/sitemap.xml": "text/xml; charset=utf-8",
        "/assets/site.js": "application/javascript; charset=utf-8",
        "/index.zip": "application/zip",
    }
    endings = {".mjs": "text/javascript; charset=utf-8", ".wasm": "application/wasm"}
    for file in (site / "assets" / "run").rglob("*"):
        if file.suffix in endings:
            types[f"/{file.relative_to(site).as_posix()}"] = endings[file.suffix]
    for path, kind in types.items():
        answer, _ = ask(path)
        assert answer.getheader("Content-Type") == kind


@pytest.mark.needs("wrk")
def test_no_request_fails_under_load(
    site: Path, address: str, figure: Callable[[str], None]
) -> None:
    paths = served.addresses(site)
    result = served.load(address, paths, seconds=3)
    figure(f"32 connections, 3 s: {result.failed} of {result.requests} failed; none may")
    assert result.requests > 0
    assert result.failed == 0


@pytest.mark.needs("wrk")
def test_load_on_what_is_not_there_fails(address: str) -> None:
    assert served.load(address, ["/not/here/"], seconds=1).failed > 0
