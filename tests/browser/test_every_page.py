"""Every page keeps to the policy, does not move when scripts come, and is open to all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ops.tools import browser, serving
from press.hosts import policy
from press.site import Site
from tests.support.axe import LOOKS, audit, fits, some
from tests.support.complaints import noted
from tests.support.with_receipts import moved, places, visit
from twicetold.base.project import Project

PROJECT = Project(Path(__file__).parents[2])
ADDRESSES = sorted(
    f"{PROJECT.key(path)}/".removesuffix("index/")
    for path in PROJECT.pages()
    if "blog/posts/" not in path.as_posix()
)


@pytest.fixture(scope="module")
def address(proven_site: Path) -> Iterator[str]:
    """The address of the proven_site site, under the headers that hosts are told to send."""
    headers = policy.headers(Site(proven_site, PROJECT, proven_site))
    with serving.serve(proven_site, headers=headers) as server:
        yield server.address


@pytest.fixture(scope="module")
def opened(chromium: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    """A tab that visits page after page, and what goes wrong there."""
    options = {"reduced_motion": "reduce", "service_workers": "block"}
    with noted(chromium, address, **options) as found:
        yield found


@pytest.fixture(scope="module")
def early(chromium: Browser) -> Iterator[Page]:
    """A tab to which no script has come yet."""
    with chromium.new_context(service_workers="block") as context:
        empty = {"content_type": "text/javascript", "body": ""}
        context.route("**/*.js", lambda route: route.fulfill(**empty))
        yield context.new_page()


def moves(early: Page, tab: Page) -> list[tuple[int, str, float, float]]:
    """Return what is elsewhere once scripts came: width, text, from, to."""
    return [
        (*before, then)
        for before, (*_, then) in zip(places(early), places(tab), strict=True)
        if abs(before[-1] - then) > 1
    ]


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_is_private_steady_and_open_to_all(
    opened: tuple[Page, list[str]],
    early: Page,
    address: str,
    page: str,
    pytestconfig: pytest.Config,
) -> None:
    """Look at each page, and with `--all` at all widths, in both palettes, before and after."""
    tab, complaints = opened
    place, whole = ADDRESSES.index(page), pytestconfig.getoption("--all")
    complaints.clear()
    tab.emulate_media(color_scheme="light")
    tab.set_viewport_size({"width": 1280, "height": 844})
    visit(tab, address + page)
    assert moved(tab) == [], "by how much the layout shifted, and what did"
    if whole or place % 4 == 0:
        early.goto(address + page)
        assert moves(early, tab) == [], "width, text, from, to"
    assert audit(tab, looks=LOOKS if whole else some(place)) == []
    fits(tab)
    assert complaints == []


def test_so_is_each_post_and_what_is_not_found(
    opened: tuple[Page, list[str]], address: str, site: Path, pytestconfig: pytest.Config
) -> None:
    tab, complaints = opened
    complaints.clear()
    posts = (path.parent.relative_to(site) for path in site.glob("blog/2*/**/index.html"))
    pages = [*(f"{folder.as_posix()}/" for folder in sorted(posts)), "404.html"]
    for place, page in enumerate(pages):
        visit(tab, address + page)
        looks = LOOKS if pytestconfig.getoption("--all") else some(place)
        assert audit(tab, looks=looks) == [], page
        fits(tab)
    assert complaints == []


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("sqlite/", ".md-typeset .run:not(:empty) { padding-block: 2rem }"),
        (
            "choose/",
            "article.md-content__inner > .md-typeset__scrollwrap { margin-block: 2rem }",
        ),
    ],
)
def test_what_moves_when_scripts_come_is_found(
    chromium: Browser, early: Page, address: str, page: str, more: str
) -> None:
    early.goto(address + page)
    with noted(chromium, address, service_workers="block") as (tab, _):
        browser.restyle(tab, more)
        visit(tab, address + page)
        assert moves(early, tab) != []
