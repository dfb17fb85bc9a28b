"""The first load of a page stays within its budget, and the search index within its own."""

import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser

from ops.tools import served, serving
from press.pack import compress

ROOT = Path(__file__).parents[2]
BUDGETS = tomllib.loads((ROOT / "guide" / "lists" / "budgets.toml").read_text("utf-8"))
INDEX = "search/search_index.json"


@cache
def weight(file: Path) -> int:
    """What is sent for a file to a browser that takes Brotli, in bytes."""
    data = file.read_bytes()
    if file.suffix not in compress.KINDS:
        return len(data)
    return min(len(data), len(brotli.compress(data, quality=11)))


@pytest.mark.parametrize("which", ["first", "longest", "sqlite/locked/"])
def test_the_first_load_of_a_page_is_within_its_budget(
    chromium: Browser, site: Path, which: str, figure: Callable[[str], None]
) -> None:
    path = {"first": "", "longest": served.longest(site)}.get(which, which)
    asked: list[str] = []
    with (
        serving.serve(site) as server,
        chromium.new_context(service_workers="block") as context,
    ):
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server.address + path, wait_until="networkidle")
        names = [
            url.removeprefix(server.address) for url in asked if not url.startswith("data:")
        ]
    files = {}
    for name in names:
        file = site / urlsplit(name).path
        files[name] = weight(file / "index.html" if file.is_dir() else file)
    counted = {name: size for name, size in files.items() if name != INDEX}
    total = sum(counted.values())
    figure(
        f"first load of /{path}: {total} bytes in {len(counted)} requests; "
        f"at most {BUDGETS['first-load']['bytes']} in {BUDGETS['first-load']['requests']}"
    )
    listed = "\n".join(f"{size:8} {name}" for name, size in sorted(files.items()))
    assert total <= BUDGETS["first-load"]["bytes"], listed
    assert len(counted) <= BUDGETS["first-load"]["requests"], listed
    assert len(names) == len(files), f"asked for twice: {sorted(names)}"


def test_the_search_index_is_within_its_budget(
    site: Path, figure: Callable[[str], None]
) -> None:
    size = weight(site / INDEX)
    figure(f"{INDEX}: {size} bytes; at most {BUDGETS['search-index']['bytes']}")
    assert size <= BUDGETS["search-index"]["bytes"], (
        f"{INDEX}: {size} bytes; exclude what nobody searches for (search: exclude: true)"
    )
