"""Measure Python in a browser: how long it takes to start, and a reader waits for output."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

from ops.bench.figures import Figure
from ops.tools import browser, served, serving

ROOT = Path(__file__).parents[2]
RUNS = 7
PAGE = "sqlite/"
PROGRAM = ROOT / "snippets" / "sqlite" / "index" / "save.py"
START = """
async base => {
  const { PageFolder } = await import(`${base}client.js`);
  const folder = new PageFolder("sqlite/index");
  const start = async () => {
    const begin = performance.now();
    await folder.start();
    return performance.now() - begin;
  };
  const cold = await start();
  folder.close();
  const again = await start();
  folder.close();
  return { cold, again };
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


def figures() -> Iterator[Figure]:
    """Give medians in milliseconds, beside a run by this machine's own Python."""
    times: dict[str, list[float]] = {}
    site = served.built()
    with sync_playwright() as playwright, serving.serve(site) as server:
        chromium = browser.launch(playwright, browser.FLAGS)
        for _ in range(RUNS):
            with chromium.new_context() as context:
                tab = context.new_page()
                tab.goto(f"{server.address}assets/run/pages/index.json")
                taken = tab.evaluate(START, f"{server.address}assets/run/")
                for state, value in taken.items():
                    times.setdefault(f"Python starts in a browser, {state}", []).append(value)
            with chromium.new_context() as context:
                tab = context.new_page()
                tab.goto(server.address + PAGE)
                tab.locator("pdp-run button").first.wait_for()
                for state in ("cold", "again"):
                    value = tab.evaluate(PRESSED)
                    times.setdefault(f"from Run to the output, {state}", []).append(value)
                    tab.locator("pdp-run[data-verdict=same]").first.wait_for()
        chromium.close()
    own = native()
    for name, taken in times.items():
        beside = "`python save.py`"
        yield Figure(name, statistics.median(taken), "ms", beside, own)
    carried = [path for path in (site / "assets" / "run").glob("python-*/*") if path.is_file()]
    size = sum(serving.packed(path, 11) for path in carried)
    yield Figure("bytes of Python in a browser, Brotli 11", size, "bytes")
