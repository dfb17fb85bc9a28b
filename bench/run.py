"""Measure how long Python takes to start in a browser: cold, and again on the same page."""

import statistics
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import browser  # noqa: E402

from tests import machine  # noqa: E402

RUNS = 7
BARS = {"cold": 1300, "again": 500}  # milliseconds
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


def main() -> int:
    """Print both medians; return 1 where one is above its bar."""
    machine.demand("chromium")
    times: dict[str, list[float]] = {name: [] for name in BARS}
    with sync_playwright() as playwright, browser.serve(ROOT / "docs") as server:
        chromium = browser.launch(playwright)
        for _ in range(RUNS):
            context = chromium.new_context()
            tab = context.new_page()
            tab.goto(f"{server.address}assets/run/pages/index.json")
            for name, value in tab.evaluate(START, f"{server.address}assets/run/").items():
                times[name].append(value)
            context.close()
        version = chromium.version
        chromium.close()
    slow = False
    print(f"Chromium {version}, from this machine, {RUNS} starts each, milliseconds")
    for name, bar in BARS.items():
        median = statistics.median(times[name])
        slow |= median > bar
        spread = f"{min(times[name]):.0f} to {max(times[name]):.0f}"
        print(f"{name:6} median {median:5.0f}  ({spread})  at most {bar}")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
