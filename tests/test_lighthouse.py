"""Lighthouse finds nothing to better but time, which `make lighthouse` holds to its bars."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench import lighthouse
from tests import browser

CATEGORIES = ("accessibility", "best-practices", "seo", "agentic-browsing")


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    if not lighthouse.PROGRAM.exists():
        pytest.fail("no Lighthouse: type `make audit/installed`", pytrace=False)


@pytest.mark.parametrize("page", ["", "sqlite/"])
def test_each_category_that_times_nothing_is_100(
    furnished_address: str, page: str, figure: Callable[[str], None]
) -> None:
    looked = lighthouse.look(furnished_address + page, True, CATEGORIES)
    figure(f"/{page}: {looked.scores}; each 100")
    assert looked.faults == ()
    assert looked.scores == dict.fromkeys(CATEGORIES, 100)


def test_a_link_that_says_nothing_is_found(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A</title><p><a href="b.html">here</a>', "utf-8"
    )
    with browser.serve(tmp_path) as server:
        looked = lighthouse.look(server.address, True, ("seo",))
    assert any("link-text" in fault for fault in looked.faults)


def test_the_look_that_ours_is_set_beside_has_the_same_page(tmp_path: Path) -> None:
    lighthouse.default_look(tmp_path)
    assert "save.py" in (tmp_path / "sqlite" / "index.html").read_text("utf-8")
