"""Fetch the tools that can be had without asking: `python -m ops.tools.bring`."""

import importlib
import os
import shutil
import subprocess
import sys

from ops.tools import finding, machine


def _quietly(*arguments: str) -> bool:
    """Run a program in time, print nothing, and return whether it succeeded."""
    variables = os.environ | {
        "DEBIAN_FRONTEND": "noninteractive",
        "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000",  # milliseconds
    }
    try:
        done = subprocess.run(
            arguments, capture_output=True, env=variables, timeout=finding.SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def bring() -> None:
    """Fetch a browser and Java where there is none; where that fails, say what it costs."""
    lock = str(machine.ROOT / "ops" / "locks" / "java.txt")
    apt = (
        "apt-get",
        "install",
        "--yes",
        "--no-install-recommends",
        machine.TOOLS["chromium"].packages,
    )
    ways: dict[str, list[tuple[str, ...]]] = {
        "chromium": [
            (sys.executable, "-m", "playwright", "install", "--only-shell", "chromium")
        ],
        "java": [(sys.executable, "-m", "ops.tools.packages", lock)],
    }
    if machine.is_root() and shutil.which("apt-get"):
        ways["chromium"] += [("apt-get", "update"), apt]
    for name in machine.missing(ways):
        print(f"no {name} here: fetching one", flush=True)
        for way in ways[name]:
            _quietly(*way)
            machine.find.cache_clear()
            importlib.invalidate_caches()
            if machine.find(name):
                break
        else:
            print(
                f"that failed; what needs {name} is skipped, unless: {machine.command([name])}"
            )


if __name__ == "__main__":
    machine.use_our_node()
    bring()
