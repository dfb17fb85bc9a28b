"""Lighthouse's figures for three pages, on a desktop and on a slow phone, hold their bars."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench import lighthouse, served
from tests import browser

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the configuration is for Debian's nginx"
)


@pytest.fixture(scope="module")
def address(furnished: Path) -> Iterator[str]:
    if not lighthouse.PACKAGE.is_dir():
        pytest.fail("no Lighthouse: type `make audit/installed`", pytrace=False)
    with served.nginx(furnished) as address:
        yield address


@pytest.mark.alone
@pytest.mark.needs("chromium", "nginx")
@pytest.mark.parametrize("on", ["desktop", "phone"])
@pytest.mark.parametrize("which", ["first page", "longest page", "run bar"])
def test_each_category_holds_its_bar(
    site: Path, address: str, which: str, on: str, figure: Callable[[str], None]
) -> None:
    path = lighthouse.pages(site)[which]
    looks = lighthouse.looks_at(address + path, on == "desktop")
    scores = lighthouse.median(looks)
    figure(lighthouse.row(f"{which} /{path}", scores, on == "desktop"))
    assert [look.faults for look in looks] == [()] * len(looks)
    assert lighthouse.below(scores, on == "desktop") == {}


@pytest.mark.needs("chromium")
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
