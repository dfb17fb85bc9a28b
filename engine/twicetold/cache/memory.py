"""Remember which pages were green, and what their programs saw; believe it while it is true."""

import hashlib
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from twicetold.base.project import Project
from twicetold.cache import shell, world
from twicetold.judge.page_run import PageRun
from twicetold.read import condition
from twicetold.read.model import Page
from twicetold.receipts import receipt
from twicetold.run.guard import _proof_seen


class Memory:
    """What is known of the pages of a project that were green; one file a page.

    Args:
        project: the sources.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._folder = project.root / project.settings.cache
        self.world = world.digest(project)
        self._states: dict[tuple[str, str], str] = {}
        self._keys: dict[str, str] = {}
        self._known: dict[str, str] = {}

    def _key(self, page: Page) -> str:
        """Return a digest of all that a page is run with, and of what is compared.

        Args:
            page: as it was read.
        """
        of_page = {
            "world": self.world,
            "key": page.key,
            "folder": receipt.fingerprint(page),
            "files": [(f.name, f.kind, hashlib.sha256(f.data).hexdigest()) for f in page.files],
            "links": page.links,
            "sh": shutil.which("sh"),
            "examples": [(e.name, e.expected, asdict(e.marks)) for e in page.examples],
            "skipped": [_skipped(page, number) for number in range(len(page.examples))],
        }
        return hashlib.sha256(json.dumps(of_page, sort_keys=True).encode()).hexdigest()

    def believes(self, page: Page) -> bool:
        """Return whether a page was green, and all that its programs saw is the same now.

        Args:
            page: as it was read.
        """
        try:
            # Before it is run: what decides whether to skip a program may be made by one.
            key = self._keys[page.key] = self._key(page)
            known = json.loads(self._file(page.key).read_bytes())
            seen = known["seen"] if known["key"] == key else None
            if not isinstance(seen, dict):
                return False
            return all(self._state(*name.split("\t")) == state for name, state in seen.items())
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return False  # a file that is not whole is no knowledge

    def keep(self, page: Page, run: PageRun) -> None:
        """Remember a page that was asked for, unless a run could depend on what nothing saw.

        Args:
            page: as it was read.
            run: its runs.
        """
        if not run.green:
            self._file(page.key).unlink(missing_ok=True)
        if not (run.ended and run.green and page.key in self._keys):
            return
        doubt, seen = _read(run.folder.seen)
        doubt = doubt or shell.doubt(page) or _needs(page)
        if self._project.settings.network:
            doubt = "network = true"
        if not doubt:
            now = ((n, _proof_seen.state(*n.split("\t"))) for n in seen)
            doubt = next((f"{name} changed" for name, state in now if state != seen[name]), "")
        known = {"doubt": doubt} if doubt else {"key": self._keys[page.key], "seen": seen}
        self._known[page.key] = json.dumps(known, indent=0)

    def write(self) -> None:
        """Write down what was remembered, if what all pages were run with is the same still."""
        if not self._known or world.digest(self._project) != self.world:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / ".gitignore").write_text("*\n", "utf-8")
        for key, text in self._known.items():
            handle, name = tempfile.mkstemp(dir=self._folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(text)
            Path(name).replace(self._file(key))
        self._known.clear()

    def _file(self, key: str) -> Path:
        name = hashlib.sha256(f"{sys.executable}\0{key}".encode()).hexdigest()[:16]
        return self._folder / f"{key.replace('/', '+')}-{name}.json"

    def _state(self, kind: str, path: str) -> str:
        """Return what is known of a path, looked at once."""
        if (kind, path) not in self._states:
            self._states[kind, path] = _proof_seen.state(kind, path)
        return self._states[kind, path]


def _skipped(page: Page, number: int) -> list[str]:
    """Return the reasons not to run a program that are true here."""
    marks = page.examples[number].marks
    return [why for expression, why in marks.conditions if condition.evaluate(expression)]


def _needs(page: Page) -> str:
    """Return the module for want of which a program was skipped, or nothing.

    Whether it can be imported is known from an attempt alone.
    """
    for each in page.examples:
        if each.marks.needs and (each.marks.skip() or "").startswith("needs "):
            return f"needs {each.marks.needs}"
    return ""


def _read(file: Path) -> tuple[str, dict[str, str]]:
    """Return a doubt, if there is one, and the states of what programs saw."""
    seen: dict[str, str] = {}
    text = file.read_text("utf-8", "surrogateescape") if file.is_file() else ""
    for line in text.split("\n"):
        kind, _, rest = line.partition("\t")
        if kind == "doubt":
            return rest, {}
        if not line:
            continue
        path, _, state = rest.partition("\t")
        if not state or seen.setdefault(f"{kind}\t{path}", state) != state:
            return f"{path} changed", {}
    return "", seen
