"""After the first run a page and its programs work without a network, never with old code."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from ops.tools import serving
from tests.support import nightly

MODULE = """
const at = document.querySelector('link[rel="icon"]').href;
const module = name => import(new URL(`../assets/run/${name}`, at));
"""
KEEP = "async () => {" + MODULE + "return (await module('offline.js')).keepForOffline(); }"

LOOK = """async url => {
  const look = async () => {
    globalThis.kept = Boolean(await caches.match(url));
    if (!globalThis.kept) requestAnimationFrame(look);
  };
  await look();
}"""


def run(tab: Page, name: str, said: str = "same as published") -> None:
    bar = tab.get_by_role("group", name=f"Run {name} in this browser")
    bar.get_by_role("button", name="Run", exact=True).click()
    expect(bar).to_contain_text(said)


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context() as context:
        yield context.new_page()


@contextmanager
def server(folder: Path, port: int) -> Iterator[None]:
    """Serve a folder as the site tells its readers to; when the block ends, it is gone."""
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with subprocess.Popen(
        [*command, "--directory", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        assert b"Serving HTTP" in process.stdout.readline()
        try:
            yield
        finally:
            process.kill()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.mark.parametrize("prefix", nightly.but(["", "guides/data/"], "guides/data/"))
def test_what_ran_once_runs_without_a_server(
    tab: Page, site: Path, tmp_path: Path, prefix: str
) -> None:
    root = tmp_path / "root"
    (root / prefix).parent.mkdir(parents=True, exist_ok=True)
    (root / prefix).symlink_to(site) if prefix else root.symlink_to(site)
    port = free_port()
    base = f"http://127.0.0.1:{port}/{prefix}"
    with server(root, port):
        tab.goto(f"{base}sqlite/")
        run(tab, "save.py")
        assert tab.evaluate(KEEP) is True
        tab.goto(f"{base}pickle/")
        tab.goto(f"{base}sqlite/")
    with pytest.raises(OSError), socket.create_connection(("127.0.0.1", port)):
        pass

    tab.reload()
    run(tab, "read.py")
    tab.get_by_role("button", name="Folder", exact=True).click()
    expect(tab.get_by_role("region", name="Rows of users")).to_contain_text("bob@example.com")
    tab.get_by_role("button", name="Edit").first.click()
    expect(tab.get_by_role("textbox", name="Text of save.py")).to_be_visible()
    tab.goto(f"{base}pickle/?h=pickle")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("pickle")
    run(tab, "save.py")
    styles = "() => [...document.styleSheets].map(sheet => sheet.cssRules.length > 0)"
    assert all(tab.evaluate(styles))
    ahead = "async url => { const answer = await fetch(url); return answer.status; }"
    assert tab.evaluate(ahead, f"{base}choose/") == 503  # as the theme asks below a pointer
    tab.goto(f"{base}choose/")
    expect(tab.locator("body")).to_contain_text("not kept for reading without a network")


def test_what_comes_after_a_page_is_kept_is_kept_too(tab: Page, site: Path) -> None:
    held: list[Route] = []
    tab.route("**/receipts.json", lambda route: held.append(route))
    with serving.serve(site) as served:
        with tab.expect_request("**/receipts.json") as asked:
            tab.goto(f"{served.address}sqlite/")
        assert tab.evaluate(KEEP) is True
        tab.evaluate(LOOK, asked.value.url)
        assert not tab.evaluate("() => globalThis.kept")
        held[0].continue_()
        tab.wait_for_function("() => globalThis.kept")


def test_a_new_version_replaces_the_old_one_and_all_that_was_kept(
    tab: Page, site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy, copy_function=shutil.copyfile)
    port = free_port()
    base = f"http://127.0.0.1:{port}/"
    kept = "async () => (await caches.keys()).map(name => name.split(' ')[1])"
    with server(copy, port):
        tab.goto(f"{base}sqlite/")
        assert tab.evaluate(KEEP) is True
        tab.goto(f"{base}pickle/")
        (first,) = tab.evaluate(kept)

        page = copy / "pickle" / "index.html"
        page.write_text(page.read_text("utf-8").replace("<h1", "<p>Newer.</p><h1", 1), "utf-8")
        script = copy / "assets" / "run" / "limits.js"
        script.write_text(script.read_text("utf-8") + "export const NEWER = 1;\n", "utf-8")
        worker = copy / "sw.js"
        worker.write_text(worker.read_text("utf-8").replace(first, "newer"), "utf-8")

        # Another page is asked for; at once its code is the new one, whatever was kept.
        tab.goto(f"{base}sqlite/")
        newer = "async () => {" + MODULE + "return (await module('limits.js')).NEWER; }"
        assert tab.evaluate(newer) == 1
        tab.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.ready;
              await registration.update();
              const worker = registration.installing ?? registration.waiting;
              if (worker && worker.state !== "activated") {
                await new Promise(done => worker.addEventListener("statechange", () =>
                  worker.state === "activated" && done()));
              }
            }"""
        )
        assert tab.evaluate(kept) == ["newer"]
    tab.goto(f"{base}pickle/")
    expect(tab.get_by_text("Newer.")).to_be_visible()
    assert tab.evaluate(newer) == 1


def test_a_reader_who_runs_nothing_has_nothing_kept(tab: Page, site: Path) -> None:
    with serving.serve(site) as served:
        tab.goto(f"{served.address}sqlite/")
        tab.wait_for_load_state("networkidle")
        assert "/sw.js" not in served.requested
        assert tab.evaluate("async () => (await caches.keys()).length") == 0


def test_a_page_opened_from_a_file_says_how_to_serve_it(tab: Page, site: Path) -> None:
    tab.goto((site / "sqlite" / "index.html").as_uri())
    note = tab.get_by_text("This page was opened from a file")
    expect(note).to_be_visible()
    expect(note).to_contain_text(f'python -m http.server -d "{site}/"')
    assert tab.locator("pdp-run").count() == 0
    tab.goto((site / "glossary" / "index.html").as_uri())
    expect(tab.get_by_role("heading", level=1)).to_be_visible()
    assert note.count() == 0
