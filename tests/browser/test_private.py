"""A page in use keeps to the policy; what breaks it is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ops.tools import serving
from press.hosts import policy
from press.site import Site
from tests.support.complaints import noted
from twicetold.base.project import Project

PROJECT = Project(Path(__file__).parents[2])


@pytest.fixture(scope="module")
def pressed(site: Path) -> Site:
    return Site(site, PROJECT, site)


@pytest.fixture(scope="module")
def address(pressed: Site) -> Iterator[str]:
    with serving.serve(pressed.folder, headers=policy.headers(pressed)) as server:
        yield server.address


def test_search_copy_palette_and_links_keep_to_the_policy(
    chromium: Browser, address: str
) -> None:
    with noted(chromium, address) as (page, complaints):
        page.goto(address, wait_until="networkidle")
        page.keyboard.press("/")
        page.keyboard.type("database is locked")
        expect(page.locator(".md-search-result__link").first).to_be_visible()
        page.locator("[data-md-component=search-share]").click()
        page.keyboard.press("Escape")
        page.locator("label[for=__palette_1]").click()
        page.get_by_role("link", name="I must choose").click()
        expect(page).to_have_url(f"{address}choose/")
        page.locator("article a[href$='/sqlite/']").first.click()
        expect(page.locator(".md-content h1").first).not_to_have_text(
            "Pickle, SQLite, JSON or shelve?#"
        )
        page.locator(".highlight").first.hover()
        page.locator(".md-code__button[data-md-type=copy]").first.click()
        assert not complaints, "\n".join(complaints)


def test_a_program_runs_under_the_policy(chromium: Browser, address: str) -> None:
    with noted(chromium, address) as (page, complaints):
        page.goto(f"{address}sqlite/", wait_until="networkidle")
        page.get_by_role("button", name="Run", exact=False).first.click()
        expect(page.locator("pdp-run").first).to_contain_text("Python")
        assert not complaints, "\n".join(complaints)


def test_what_a_browser_fetches_ahead_keeps_to_the_policy(pressed: Site) -> None:
    """The next page, and what a link with the focus leads to: Firefox asks default-src."""
    said = policy.headers(pressed)["Content-Security-Policy"].split("; ")
    assert "default-src 'self'" in said


@pytest.mark.parametrize(
    ("added", "trouble"),
    [
        ("<script>document.title = 'run'</script>", "policy: script-src-elem"),
        ("<img src='https://elsewhere.example/x.png' alt=''>", "policy: img-src"),
        ("<p style='color: red'>styled</p>", "policy: style-src-attr"),
        ("<iframe src='/'></iframe>", "policy: frame-src"),
        ("<object data='/'></object>", "policy: object-src"),
        ("<video src='/x.mp4'></video>", "policy: media-src"),
        ("<script src='/assets/broken.js'></script>", "says Failed to load"),
        ("<script src='/assets/raises.js'></script>", "raises on purpose"),
    ],
)
def test_what_breaks_the_policy_is_seen(
    chromium: Browser, pressed: Site, address: str, added: str, trouble: str
) -> None:
    text = pressed.pages[0].path.read_text("utf-8").replace("</article>", f"{added}</article>")
    with noted(chromium, address) as (page, complaints):
        headers = policy.headers(pressed) | {"Content-Type": "text/html; charset=utf-8"}
        page.route(address, lambda route: route.fulfill(body=text, headers=headers))
        page.route(
            f"{address}assets/raises.js",
            lambda route: route.fulfill(
                body="throw new Error('on purpose')", content_type="text/javascript"
            ),
        )
        page.goto(address, wait_until="networkidle")
        assert any(trouble in each for each in complaints), complaints
