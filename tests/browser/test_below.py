"""A site is whole below a path, in a repository called docs, in a folder of a larger one."""

import json
import re
import xml.etree.ElementTree as ET
import zipfile
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from ops.tools import served, serving
from press.hosts import redirects
from press.site import Site
from tests.browser.test_offline import KEEP, run
from tests.site.test_links import broken
from tests.support import below
from twicetold.books import compare

TEXTS = {".html", ".json", ".md", ".txt", ".xml"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return below.make(tmp_path_factory.mktemp("below"))


def file(site: Site, url: str) -> Path:
    """The file that a host sends for an absolute address."""
    path = site.folder / unquote(urlsplit(url.removeprefix(site.url)).path)
    return path / "index.html" if path.is_dir() else path


def test_every_link_leads_to_a_file_of_it(site: Site) -> None:
    found = broken(site.folder, site.url)
    doors = [each for each in found if each.startswith("404.html: /guide/")]
    assert found == doors, "but for those of the page for what is not found, to pages left out"
    assert all(each.endswith("leads to nothing") for each in doors)


def test_every_address_of_its_own_that_it_names_is_there(site: Site) -> None:
    host = site.url.removesuffix(f"{below.PATH}/")
    named = 0
    for path in sorted(site.folder.rglob("*")):
        if path.suffix in TEXTS and "python-" not in str(path.relative_to(site.folder)):
            for url in re.findall(rf"{host}[^\s\"'<>)\\]*", path.read_text("utf-8")):
                assert url.startswith(site.url), f"{path}: {url}"
                assert file(site, url.rstrip(".")).is_file(), f"{path}: {url}"
                named += 1
    assert named > 50


def test_every_page_is_known_by_its_source(site: Site) -> None:
    pages = {site.project.key(path) for path in site.project.pages()}
    assert {key for _, key in site.sourced} == pages == below.PAGES.keys()
    assert compare.of_site(site.project, site.folder) == []
    for page, key in site.sourced:
        assert (page.path.parent / "index.md").is_file(), key
        if site.project.files(key):
            with zipfile.ZipFile(next(page.path.parent.glob("*.zip"))) as archive:
                assert any(name.endswith("programs/say.py") for name in archive.namelist())


def test_every_page_has_its_date(site: Site) -> None:
    dates = ET.parse(site.folder / "sitemap.xml").findall(".//{*}lastmod")
    assert len(dates) == len(below.PAGES) == len(site.pages)


def test_hosts_redirect_and_send_headers_below_the_path(site: Site) -> None:
    lines = (site.folder / "_redirects").read_text("utf-8").splitlines()
    for line, (old, new) in zip(lines, redirects.moved(site.project.root).items(), strict=True):
        before, after, status = line.split()
        assert (unquote(before), status) == (f"/guide/{old}", "301")
        assert unquote(after) == f"/guide/{new}"
    headers = (site.folder / "_headers").read_text("utf-8").splitlines()
    paths = [line for line in headers if not line.startswith(" ")]
    assert all(path.startswith("/guide/") for path in paths)


def test_search_finds_its_pages(site: Site) -> None:
    index = json.loads((site.folder / "search" / "search_index.json").read_text("utf-8"))
    for entry in index["docs"]:
        assert file(site, site.url + entry["location"]).is_file(), entry["location"]
    told = {entry["location"]: entry["answers"] for entry in index["docs"]}
    assert told["sqlite/%C3%BCber/"] == ["Was?"]


def test_from_a_disk_its_links_lead_to_files(site: Site, tmp_path: Path) -> None:
    with zipfile.ZipFile(site.folder / "offline.zip") as archive:
        archive.extractall(tmp_path)
    for path in tmp_path.rglob("*.html"):
        for link in re.findall(r'<a [^>]*href="([^"#:]+)[#"]', path.read_text("utf-8")):
            assert (path.parent / unquote(link)).is_file(), f"{path}: {link}"


@pytest.mark.needs("nginx")
def test_nginx_serves_it(site: Site) -> None:
    with served.nginx(site.folder, site.folder.parent) as address:
        connection = HTTPConnection(urlsplit(address).netloc)

        def ask(path: str) -> tuple[int, str | None, bytes]:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location"), answer.read()

        page = site.folder / "sqlite" / "über" / "index.html"
        assert ask("/guide/sqlite/%C3%BCber/") == (200, None, page.read_bytes())
        assert ask("/guide/old/")[:2] == (301, "/guide/docs/read/")
        assert ask("/guide/fr%C3%BCher/")[:2] == (301, "/guide/sqlite/%C3%BCber/")
        missing = (site.folder / "404.html").read_bytes()
        for path in ("/guide/gone/", "/guide/_headers", "/guide/.nginx/headers.conf"):
            assert ask(path) == (404, None, missing), path
        connection.close()


def test_programs_run_on_it_and_outlive_the_network(chromium: Browser, site: Site) -> None:
    with chromium.new_context() as context:
        tab = context.new_page()
        with serving.serve(site.folder.parent) as server:
            start = f"{server.address}{below.PATH}/"
            tab.goto(f"{start}docs/read/")
            run(tab, "say.py")
            tab.get_by_role("link", name="Then write").click()
            expect(tab.get_by_role("heading", level=1)).to_contain_text("Über")
            run(tab, "say.py")
            expect(tab.locator("proven-mark")).to_have_text("tested")
            assert tab.evaluate(KEEP) is True
            scope = "async () => (await navigator.serviceWorker.ready).scope"
            assert tab.evaluate(scope) == start
            asked = {path for path in server.requested if not path.startswith("/guide/")}
            assert asked == set()
        tab.reload()
        run(tab, "say.py")
