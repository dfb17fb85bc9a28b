"""The scripts of the site are still what the measurement of Python in a browser uses."""

from playwright.sync_api import Browser

from ops.bench import run
from ops.tools.serving import Server


def test_a_start_and_a_press_are_measured_cold_and_again(
    chromium: Browser, served: Server
) -> None:
    for way in (run.starts, run.presses):
        assert list(way(chromium, served.address)) == ["cold", "again"]
