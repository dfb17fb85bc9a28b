"""Measure Python in a browser: how long it takes to start, and a reader waits for output."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from ops.bench.figures import Figure
from ops.tools import browser, served, serving

ROOT = Path(__file__).parents[2]
RUNS = 7
PAGE = "sqlite/"
PROGRAM = ROOT / "snippets" / "sqlite" / "index" / "save.py"
START = """
async base => {
  const { PageFolder } = await import(`${base}client.js`);
  const start = async () => {
    const folder = new PageFolder("sqlite/index");
    const begin = performance.now();
    await folder.start();
    const taken = performance.now() - begin;
    folder.close();
    return taken;
  };
  return { cold: await start(), again: await start() };
}
"""
PRESSED = """
() => new Promise(done => {
  const bar = document.querySelector("pdp-run");
  const card = bar.parentElement;
  const begin = performance.now();
  new MutationObserver(() => {
    if (card.querySelector(".run__output")?.textContent) done(performance.now() - begin);
  }).observe(card, { childList: true, characterData: true, subtree: true });
  [...bar.querySelectorAll("button")].find(button => button.textContent === "Run").click();
})
"""


def native() -> float:
    """Return the milliseconds that the first program of the page takes outside of a browser."""
    times = []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            subprocess.run(
                [sys.executable, PROGRAM], cwd=folder, stdout=subprocess.DEVNULL, check=True
            )
            times.append(1000 * (time.perf_counter() - begin))
    return statistics.median(times)


def starts(chromium: Browser, site: str) -> dict[str, float]:
    """Return the milliseconds that Python takes to start, cold and again in the same tab.

    Args:
        chromium: the browser.
        site: the address of the site.
    """
    with chromium.new_context() as context:
        tab = context.new_page()
        tab.goto(f"{site}assets/run/pages/index.json")
        return dict(tab.evaluate(START, f"{site}assets/run/"))


def presses(chromium: Browser, site: str) -> dict[str, float]:
    """Return the milliseconds from Run to the output, at the first press and again.

    Args:
        chromium: the browser.
        site: the address of the site.
    """
    taken = {}
    with chromium.new_context() as context:
        tab = context.new_page()
        tab.goto(site + PAGE)
        tab.locator("pdp-run button").first.wait_for()
        for state in ("cold", "again"):
            taken[state] = tab.evaluate(PRESSED)
            tab.locator("pdp-run[data-verdict=same]").first.wait_for()
    return taken


def figures() -> Iterator[Figure]:
    """Give medians in milliseconds, beside a run by this machine's own Python."""
    ways = {"Python starts in a browser": starts, "from Run to the output": presses}
    times: dict[str, list[float]] = {}
    site = served.built()
    with sync_playwright() as playwright, serving.serve(site) as server:
        chromium = browser.launch(playwright, browser.FLAGS)
        for _ in range(RUNS):
            for name, way in ways.items():
                for state, value in way(chromium, server.address).items():
                    times.setdefault(f"{name}, {state}", []).append(value)
        chromium.close()
    own = native()
    for name, taken in times.items():
        beside = "`python save.py`"
        yield Figure(name, statistics.median(taken), "ms", beside, own)
    carried = [path for path in (site / "assets" / "run").glob("python-*/*") if path.is_file()]
    size = sum(serving.packed(path, 11) for path in carried)
    yield Figure("bytes of Python in a browser, Brotli 11", size, "bytes")
