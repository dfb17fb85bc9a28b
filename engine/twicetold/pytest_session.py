"""What the pages of one pytest process share."""

import contextlib
import os
import shutil
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from twicetold import cache
from twicetold.base import host
from twicetold.base.project import Project
from twicetold.judge.ahead import Ahead, Early
from twicetold.run.choose import Forks

SESSION = pytest.StashKey["Session"]()


class Session:
    """What the pages of one pytest process share.

    Args:
        config: pytest's.
    """

    def __init__(self, config: pytest.Config) -> None:
        self.project = Project(config.rootpath)
        self.settings = self.project.settings  # read now, so that a wrong one is told at once
        self.foreign = self.project.is_foreign
        self.warm: set[str] = set()
        self._config = config
        self._forks: Forks | None = None
        self._ahead: Ahead | None = None
        self._base: Path | None = None
        self._lock = threading.Lock()
        self._removing = ThreadPoolExecutor(1)
        self.memory = cache.of(self.project) if config.option.skip_unchanged else None

    @property
    def more(self) -> int:
        """How many pages to run before their turn."""
        if self._ahead or is_worker() or getattr(self._config.option, "numprocesses", None):
            return 0
        return min(self.settings.ahead, host.processors() - 1)

    def run_ahead(self, pages: Sequence[Early]) -> None:
        """Run pages from now on, some of them before their turn.

        Args:
            pages: in the order of their turns.
        """
        self._ahead = Ahead(pages, 1 + self.more, self._new_forks)

    def forks(self) -> Forks:
        if self._forks is None:
            self._forks = self._new_forks(alone=not is_worker())
        return self._forks

    def _new_forks(self, alone: bool = False) -> Forks:
        recorded = self.memory is not None
        return Forks(sorted(self.warm), recorded, self.settings.warm, alone)

    def close(self) -> None:
        if self._ahead is not None:
            self._ahead.close()
        if self._forks is not None:
            self._forks.close()
        if self.memory is not None:
            self.memory.write()
        self._removing.shutdown()
        if self._base is not None:
            shutil.rmtree(self._base, ignore_errors=True)

    def folder(self, key: str) -> Path:
        """Make an empty folder.

        It is not pytest's, which removes those of earlier sessions then, and lets one wait.
        """
        with self._lock:
            if self._base is None:
                self._base = Path(tempfile.mkdtemp(prefix="twicetold-"))
        return Path(tempfile.mkdtemp(prefix=f"{key.replace('/', '+')}-", dir=self._base))

    def remove(self, folder: Path) -> None:
        """Remove a folder while later pages are run.

        Args:
            folder: of a page that is green.
        """
        self._removing.submit(shutil.rmtree, folder, ignore_errors=True)

    def keep(self, folder: Path) -> None:
        """Hand a folder to pytest, which removes it in its own time.

        Args:
            folder: of a page that is red.
        """
        factory: Any = self._config._tmp_path_factory  # type: ignore[attr-defined]
        with contextlib.suppress(OSError):
            shutil.move(folder, factory.getbasetemp() / folder.name)


def is_worker() -> bool:
    """Return whether this process is a worker of pytest-xdist."""
    return "PYTEST_XDIST_WORKER" in os.environ
