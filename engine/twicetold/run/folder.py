"""Make the fresh folder that the examples of a page share, and their environment."""

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from twicetold.base.project import Project
from twicetold.read.model import OUTPUT, Page

GUARD = Path(__file__).with_name("guard")
_KEPT = ("PATH", "SYSTEMROOT", "COMSPEC", "PATHEXT", "SYSTEMDRIVE", "LD_LIBRARY_PATH")
_SHIM = """#!/bin/sh
case "$1" in
  *.py) {strict}exec "{python}" {options}"$@" ;;
  *) exec "{python}" "$@" ;;
esac
"""


@dataclass(frozen=True)
class Folder:
    """The folders of one page's run.

    Args:
        base: holds the others and nothing else.
        network: whether programs may reach other machines.
        recorded: whether the guard writes down what they ask for outside it.
    """

    base: Path
    network: bool = False
    recorded: bool = False

    @cached_property
    def page(self) -> Path:
        """Where the programs are and run."""
        return self.base / "page"

    @cached_property
    def home(self) -> Path:
        return self.base / "home"

    @cached_property
    def temporary(self) -> Path:
        return self.base / "tmp"

    @cached_property
    def told(self) -> Path:
        """Where the guard writes what a program's output need not show."""
        return self.base / "told"

    @cached_property
    def seen(self) -> Path:
        """Where the guard writes what programs ask for outside the folder."""
        return self.base / "seen"

    @cached_property
    def commands(self) -> Path:
        """Where `python` is the tested interpreter, for shell examples."""
        return self.base / "bin"

    def places(self) -> dict[str, str]:
        """Return the environment variables that differ from page to page."""
        home, temporary = str(self.home), str(self.temporary)
        ours = {"PROOF_FOLDER": str(self.base), "PROOF_NETWORK": "1" if self.network else ""}
        if self.recorded:
            ours["PROOF_SEEN"] = "1"
        if os.name == "posix":
            return {"HOME": home, "TMPDIR": temporary, **ours}
        return {
            **ours,
            "USERPROFILE": home,
            "APPDATA": str(self.home / "AppData" / "Roaming"),
            "LOCALAPPDATA": str(self.home / "AppData" / "Local"),
            "TEMP": temporary,
            "TMP": temporary,
        }


def empty(base: Path, network: bool = False, recorded: bool = False) -> Folder:
    """Make the folders of a run, with nothing in them.

    Args:
        base: a folder for them and nothing else, which may not be there yet.
        network: whether programs may reach other machines.
        recorded: whether to write down what they ask for outside it.
    """
    folder = Folder(base.resolve(), network, recorded)
    for path in (folder.page, folder.home, folder.temporary):
        path.mkdir(parents=True)
    return folder


def environment(seed: int) -> dict[str, str]:
    """Return the environment variables that are the same for all pages.

    Args:
        seed: the hash seed.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": str(seed),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(GUARD),
        "TZ": "UTC",
    }


def make(project: Project, page: Page, base: Path, recorded: bool = False) -> Folder:
    """Make the folders of a page and fill the page's with its files as published.

    Args:
        project: whose settings its programs get.
        page: the page.
        base: an empty folder.
        recorded: whether to write down what its programs ask for outside it.
    """
    settings = project.settings
    folder = empty(base, settings.network, recorded)
    for file in page.files:
        if file.kind != OUTPUT:
            target = folder.page / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.data)
    if os.name == "posix" and any(file.name.endswith(".sh") for file in page.files):
        folder.commands.mkdir()
        is_strict = settings.warnings == "error"
        words = ("PROOF_STRICT=1 ", "-W error ") if is_strict else ("", "")
        strict = dict(zip(("strict", "options"), words, strict=True))
        for name in ("python", "python3"):
            command = folder.commands / name
            command.write_text(_SHIM.format(python=sys.executable, **strict), "utf-8")
            command.chmod(0o755)
    return folder
