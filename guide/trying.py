"""Run each page that is edited while the site is served, and keep what is wrong with it."""

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from guide import trial
from twicetold.base import names
from twicetold.base.project import Project

CHANGES = {"created", "modified", "moved", "deleted"}  # reading a file is an event, too


def told(root: Path, key: str) -> Path:
    """Return the file that says what is wrong with a page, if something is.

    Args:
        root: the project's folder.
        key: of the page.
    """
    return root / ".cache" / "tried" / f"{key}.txt"


def keys(project: Project, path: Path) -> list[str]:
    """Return the keys of the pages that a file is of.

    Args:
        project: the site.
        path: a file that was changed.
    """
    if path.is_relative_to(project.docs) and path.suffix == ".md" and path.is_file():
        return [project.key(path)]
    if not path.is_relative_to(project.snippets):
        return []
    inside = path.relative_to(project.snippets)
    if names.is_litter(inside):
        return []
    if project.is_shared(inside.as_posix()):
        pages = project.pages()
        return [project.key(p) for p in pages if inside.as_posix() in p.read_text("utf-8")]
    owner = project.owner(inside.parent)
    return [owner] if owner else []


class Trying(FileSystemEventHandler):
    """Runs the pages that are edited, one after the other; a context manager.

    Args:
        project: the site.
        tell: is given the key of a page that was run, and whether it passed.
    """

    def __init__(self, project: Project, tell: Callable[[str, bool], None]) -> None:
        self._project = project
        self._tell = tell
        self._edited: dict[str, None] = {}
        self._change = threading.Condition()
        self._running: subprocess.Popen[str] | None = None
        self._ended = False
        self._thread = threading.Thread(target=self._work)
        self._observer = Observer()

    def __enter__(self) -> "Trying":
        for folder in (self._project.docs, self._project.snippets):
            self._observer.schedule(self, str(folder), recursive=True)
        self._observer.start()
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        with self._change:
            self._ended = True
            self._change.notify()
            if self._running is not None:
                self._running.terminate()
        self._thread.join()
        if self._running is not None:
            with self._running:  # waits for it, and closes its pipes
                pass
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note the page of a file that was changed."""
        if event.is_directory or event.event_type not in CHANGES:
            return
        for path in filter(None, (event.src_path, event.dest_path)):
            with self._change:
                self._edited |= dict.fromkeys(keys(self._project, Path(str(path))))
                self._change.notify()

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._edited or self._ended)
                if self._ended:
                    return
                edited = next(iter(self._edited))
                del self._edited[edited]
            said = self._ask(edited)
            with self._change:
                if self._ended:
                    return
            file = told(self._project.root, edited)
            if not said:
                file.unlink(missing_ok=True)
            else:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(said, "utf-8")
            self._tell(edited, not said)

    def _ask(self, edited: str) -> str:
        """Return what is wrong with a page, from a process that is kept for this."""
        for _ in range(2):  # it ends where it would run pages with what is old
            with self._change:
                if self._ended:
                    break
                if self._running is None or self._running.poll() is not None:
                    self._running = self._begun()
                running = self._running
            assert running.stdin is not None and running.stdout is not None
            with contextlib.suppress(BrokenPipeError):
                running.stdin.write(f"{edited}\n")
                running.stdin.flush()
            if answer := running.stdout.readline():
                return str(json.loads(answer))
            with running:
                pass
        return "it could not be run: what runs it has ended; see the terminal"

    def _begun(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-P", trial.__file__],
            cwd=self._project.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
