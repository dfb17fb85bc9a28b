"""Python is downloaded once it may be wanted: how much, how it is told, how it fails."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ops.tools import serving
from ops.tools.serving import Server
from tests.support.bars import PAGE, bar, press, run, said

ROOT = Path(__file__).parents[3]
BUDGETS = tomllib.loads((ROOT / "guide" / "lists" / "budgets.toml").read_text("utf-8"))
PROOF = {path.name for path in (ROOT / "web" / "src" / "proof").iterdir()}  # on every page


def ours(paths: list[str]) -> list[str]:
    """Return the paths of what runs programs, without what shows where they passed."""
    found = (path for path in paths if "/assets/run/" in path)
    return [path for path in found if path.rpartition("/")[2] not in PROOF]


def test_a_failed_download_is_told_and_tried_again(chromium: Browser, served: Server) -> None:
    context = chromium.new_context(base_url=served.address)
    tab = context.new_page()
    context.route("**/*.wasm", lambda route: route.abort())
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("could not be loaded")
    context.unroute("**/*.wasm")
    run(tab, "save.py")
    expect(said(tab, "save.py")).to_contain_text("same as published")
    context.close()


def test_a_download_that_stands_still_is_given_up(tab: Page) -> None:
    tab.clock.install()
    tab.context.route("**/*.wasm", lambda route: None)
    tab.context.route("**/stdlib.zip", lambda route: None)  # each piece begins the wait again
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_have_text("Loading Python …")
    tab.clock.fast_forward(61_000)
    expect(said(tab, "save.py")).to_contain_text("nothing arrived for 60 s")


def test_a_download_can_be_stopped(tab: Page) -> None:
    tab.context.route("**/*.wasm", lambda route: None)
    tab.goto(PAGE)
    press(tab, "save.py")
    expect(said(tab, "save.py")).to_have_text("Loading Python …")
    press(tab, "save.py", "Stop")
    expect(said(tab, "save.py")).to_contain_text("Stopped.")


def test_the_download_is_told_in_megabytes(tab: Page) -> None:
    tab.goto(PAGE)
    tab.evaluate(
        """() => new MutationObserver(() => {
            const text = document.querySelector('.run__loaded')?.textContent;
            if (text) globalThis.told = text;
        }).observe(document.body, {subtree: true, childList: true, characterData: true})"""
    )
    run(tab, "save.py")
    told = re.fullmatch(r"([\d.]+) of ([\d.]+) MB", tab.evaluate("told"))
    assert told and float(told[1]) <= float(told[2])


def test_nothing_is_loaded_from_another_host(opened: Page, served: Server) -> None:
    asked: list[str] = []
    opened.context.on("request", lambda request: asked.append(request.url))
    run(opened, "save.py")
    assert [url for url in asked if not url.startswith(served.address)] == []


def test_a_bar_that_is_looked_at_loads_python_before_it_is_pressed(opened: Page) -> None:
    with opened.expect_event("worker"):
        bar(opened, "save.py").get_by_role("button", name="Run").focus()


@pytest.fixture
def asked(served: Server) -> list[str]:
    served.requested.clear()
    return served.requested


def test_a_page_where_nobody_pressed_run_loads_little(
    tab: Page, site: Path, asked: list[str], figure: Callable[[str], None]
) -> None:
    tab.goto(PAGE)
    bar(tab, "save.py").wait_for()
    tab.wait_for_load_state("networkidle")
    files = {site / path.lstrip("/") for path in ours(asked)}
    size = sum(serving.packed(file, 5) for file in files)
    figure(f"without a run: {size} bytes in {len(files)} files, compressed; under 15000")
    assert 0 < size < 15_000


def test_the_runtime_is_within_its_budget(
    opened: Page, site: Path, asked: list[str], figure: Callable[[str], None]
) -> None:
    run(opened, "save.py")
    files = {site / path.lstrip("/") for path in ours(asked)}
    size = sum(serving.packed(file, 5) for file in files)
    most = BUDGETS["runtime"]["bytes"]
    figure(f"with a run: {size} bytes in {len(files)} files, compressed; at most {most}")
    assert size <= most
