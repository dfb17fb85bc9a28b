"""Lighthouse finds nothing on three pages, as on a phone, that is no question of time."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.tools import lighthouse, looks, served, serving
from tests.support import nightly

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the configuration is for Debian's nginx"
)


@pytest.fixture(scope="module")
def address(proven_site: Path) -> Iterator[str]:
    if not lighthouse.PACKAGE.is_dir():
        pytest.fail("no Lighthouse: type `make ops/audit/installed`", pytrace=False)
    with served.nginx(proven_site) as address:
        yield address


@pytest.mark.needs("chromium", "nginx")
@pytest.mark.parametrize(
    "which", nightly.but(["first page", "longest page", "run bar"], "run bar")
)
def test_a_page_passes_each_rule(site: Path, address: str, which: str) -> None:
    path = lighthouse.pages(site)[which]
    looked = lighthouse.look(address + path, desktop=False, categories=lighthouse.RULES)
    assert looked.faults == ()
    assert looked.scores == dict.fromkeys(lighthouse.RULES, 100)


@pytest.mark.needs("chromium")
def test_a_link_that_says_nothing_is_found(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A</title><p><a href="b.html">here</a>', "utf-8"
    )
    with serving.serve(tmp_path) as server:
        looked = lighthouse.look(server.address, True, ("seo",))
    assert any("link-text" in fault for fault in looked.faults)


@pytest.mark.nightly
def test_the_look_that_ours_is_set_beside_has_the_same_page(tmp_path: Path) -> None:
    looks.default_look(tmp_path / "site")
    assert "save.py" in (tmp_path / "site" / "sqlite" / "index.html").read_text("utf-8")
