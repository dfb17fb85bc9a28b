"""The pressed site: what machines, hosts and readers with no network find in it."""

import gzip
import json
import re
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import brotli
import feedparser
import jsonschema
import lxml.html
import pytest
from PIL import Image

from press.hosts import redirects
from press.pack import compress
from press.say import social_cards
from press.site import Page, Site
from twicetold.base.project import Project
from twicetold.books import compare
from twicetold.read import page as proof_page

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "home_page_url", "feed_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "items": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["id", "url", "title", "content_html", "date_published"],
                "properties": {
                    "id": {"type": "string", "pattern": "^https://"},
                    "content_html": {"type": "string", "minLength": 500},
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                },
            },
        },
    },
}


@pytest.fixture(scope="session")
def pressed(site: Path, project: Project) -> Site:
    return Site(site, project, project.root / ".cache" / "press")


def head(page: Page) -> lxml.html.HtmlElement:
    found = lxml.html.fromstring(page.path.read_bytes()).find("head")
    assert found is not None
    return found


def graph(page: Page) -> dict[str, dict[str, Any]]:
    """A page's structured data by type."""
    text = head(page).xpath("string(script[@type='application/ld+json'])")
    return {thing["@type"]: thing for thing in json.loads(text)["@graph"]}


def test_every_source_has_its_page(pressed: Site, project: Project) -> None:
    built = {key for _, key in pressed.sourced}
    assert built == {project.key(path) for path in project.pages()}


def test_every_block_of_a_page_is_one_of_its_source(pressed: Site, project: Project) -> None:
    if faults := compare.of_site(project, pressed.folder):
        pytest.fail("\n".join(map(str, faults)), pytrace=False)


def test_titles_and_descriptions_are_there_fit_and_differ(pressed: Site) -> None:
    wrong = []
    for page in pressed.pages:
        if not 20 <= len(page.description) <= 165:
            where = f"docs/{page.key}.md: description of {len(page.description)} characters"
            wrong.append(f"{where}; write 20 to 165")
    for field in ("title", "description"):
        seen: dict[str, str] = {}
        for page in pressed.pages:
            other = seen.setdefault(getattr(page, field), page.address)
            if other != page.address:
                wrong.append(f"docs/{page.key}.md: the same {field} as {other}")
    assert not wrong, "\n".join(wrong)


def test_each_page_names_its_own_address(pressed: Site) -> None:
    for page in pressed.pages:
        expected = page.path.parent.relative_to(pressed.folder).as_posix()
        assert page.address == ("" if expected == "." else f"{expected}/")
        assert head(page).xpath("string(meta[@property='og:url']/@content)") == (
            pressed.url + page.address
        )


def test_each_page_has_a_card_of_its_own(pressed: Site) -> None:
    seen = set()
    for page in pressed.pages:
        said = head(page).xpath("string(meta[@property='og:image']/@content)")
        path = pressed.folder / said.removeprefix(pressed.url)
        with Image.open(path) as image:
            assert image.size == social_cards.SIZE
        assert path.stat().st_size < 60_000
        seen.add(path.read_bytes())
    assert len(seen) == len(pressed.pages)


def test_structured_data_tells_kind_place_and_dates(pressed: Site) -> None:
    kinds = {"WebSite": 0, "Blog": 0, "TechArticle": 0, "BlogPosting": 0}
    for page, key in pressed.sourced:
        things = graph(page)
        kind = next(iter(things))
        kinds[kind] += 1
        assert things[kind]["url"] == pressed.url + page.address
        if kind == "WebSite":
            continue
        trail = things["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in trail] == list(range(1, len(trail) + 1))
        assert trail[0]["item"] == pressed.url
        assert trail[-1]["item"] == pressed.url + page.address
        known = {pressed.url + each.address for each in pressed.pages}
        assert {step["item"] for step in trail} <= known, page.address
        if kind == "BlogPosting":
            assert key.startswith("blog/posts/")
            datetime.fromisoformat(things[kind]["datePublished"])
    posts = sum(page.is_post for page in pressed.pages)
    assert kinds["BlogPosting"] == posts
    assert kinds["WebSite"] == kinds["Blog"] == 1
    assert kinds["TechArticle"] == len(pressed.sourced) - posts - 2


def test_the_sitemap_lists_every_page_once(pressed: Site) -> None:
    tree = ET.parse(pressed.folder / "sitemap.xml")
    listed = [loc.text or "" for loc in tree.iter(f"{SITEMAP}loc")]
    assert sorted(listed) == sorted(pressed.url + page.address for page in pressed.pages)
    for date in tree.iter(f"{SITEMAP}lastmod"):
        assert datetime.fromisoformat(date.text or "").tzinfo
    robots = (pressed.folder / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {pressed.url}sitemap.xml" in robots


def test_feed_readers_read_every_post_whole(pressed: Site) -> None:
    posts = {pressed.url + page.address for page in pressed.pages if page.is_post}
    rss = feedparser.parse((pressed.folder / "feed.xml").read_bytes())
    assert not rss.bozo, rss.get("bozo_exception")
    assert rss.version == "rss20"
    assert {entry.id for entry in rss.entries} == posts
    text = json.loads((pressed.folder / "feed.json").read_text("utf-8"))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.validate(text, JSON_FEED, format_checker=checker)
    assert {item["id"] for item in text["items"]} == posts
    dates = [item["date_published"] for item in text["items"]]
    assert dates == sorted(dates, reverse=True)
    for item in text["items"]:
        content = lxml.html.fromstring(f"<div>{item['content_html']}</div>")
        for address in content.xpath("//@href | //@src"):
            assert urlsplit(address).scheme == "https", (item["url"], address)
        assert not content.xpath("//nav | //script | //*[@class='headerlink']")


def test_each_twin_shows_every_program_and_output(pressed: Site, project: Project) -> None:
    for page, key in pressed.sourced:
        text = (pressed.folder / page.address / "index.md").read_text("utf-8")
        assert "--8<--" not in text and "<!--pytest" not in text, key
        for example in proof_page.read(project, project.page(key)).examples:
            plain = re.sub(r"^[ \t]+|[ \t]+$", "", text, flags=re.MULTILINE)
            wanted = re.sub(r"^[ \t]+|[ \t]+$", "", example.source.text, flags=re.MULTILINE)
            assert wanted.strip("\n") in plain, f"{key}: {example.name}"


def test_the_links_of_twins_and_of_llms_txt_lead_to_files(pressed: Site) -> None:
    files = [pressed.folder / "llms.txt"]
    files += [pressed.folder / page.address / "index.md" for page, _ in pressed.sourced]
    for file in files:
        text = re.sub(
            r"^[ \t]*```.*?^[ \t]*```", "", file.read_text("utf-8"), flags=re.M | re.S
        )
        text = re.sub(r"`[^`\n]*`", "", text)
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            if not link.startswith("#"):
                at = urlsplit(link)
                assert at.scheme, f"{file.relative_to(pressed.folder)}: relative link {link}"
            if link.startswith(pressed.url):
                path = pressed.folder / at.path.lstrip("/")
                assert path.is_file(), f"{file.relative_to(pressed.folder)} links {link}"


def test_llms_txt_names_every_page(pressed: Site) -> None:
    text = (pressed.folder / "llms.txt").read_text("utf-8")
    assert text.startswith(f"# {pressed.name}\n\n> ")
    for page, _ in pressed.sourced:
        assert f"]({pressed.url}{page.address}index.md): " in text, page.address


def test_addresses_that_moved_lead_on(pressed: Site, project: Project) -> None:
    for old, new in redirects.moved(project.root).items():
        tree = lxml.html.fromstring((pressed.folder / old / "index.html").read_bytes())
        refresh = tree.xpath("string(//meta[@http-equiv='refresh']/@content)")
        _, _, relative = refresh.partition("url=")
        assert urljoin(pressed.url + old, relative) == pressed.url + new


def test_links_that_leave_the_site_say_so(pressed: Site) -> None:
    own = urlsplit(pressed.url).netloc
    for path in pressed.html:
        for link in lxml.html.fromstring(path.read_bytes()).xpath("//a[@href]"):
            to = urlsplit(link.get("href"))
            if to.netloc and to.netloc != own:
                assert {"external", "noopener"} <= set(link.get("rel").split())


def test_no_script_keeps_a_page_from_being_shown(pressed: Site) -> None:
    for path in pressed.html:
        for script in lxml.html.parse(path).iterfind(".//script[@src]"):
            assert "defer" in script.attrib or script.get("type") == "module", path


def test_what_is_served_has_compressed_copies_of_the_same(pressed: Site) -> None:
    for path in sorted(pressed.folder.rglob("*")):
        if path.suffix in compress.KINDS - {".zip"} and path.stat().st_size >= 2048:
            data = path.read_bytes()
            assert brotli.decompress(Path(f"{path}.br").read_bytes()) == data
            assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == data


def test_nothing_is_published_that_nobody_asks_for(pressed: Site) -> None:
    assert not [*pressed.folder.rglob("*.map")]
    assert not (pressed.folder / "assets/javascripts/lunr").exists()
    for path in pressed.folder.rglob("*.js"):
        assert "sourceMappingURL" not in path.read_text("utf-8"), path.name
