"""A page whose program looks at a folder beside the site, and how it is run if it must be."""

from collections.abc import Callable
from pathlib import Path

import toy_site
from toy_site import program, put
from twicetold.base.project import Project
from twicetold.cache.memory import Memory
from twicetold.judge.page_run import PageRun
from twicetold.read import page
from twicetold.run.cold import Happened, Request

SETTINGS = f'{toy_site.SETTINGS}shared = "shared"\n'
PROGRAMS = ["write.py", "read.py", "helper.py"]
LOOKS = """import glob
import os
import shutil

import helper
from pathlib import Path

print(Path("note.txt").read_text(encoding="utf-8"))
os.path.exists({outside!r} + "/flag")
os.path.exists({outside!r} + "/gone")
Path({outside!r}, "data.txt").read_text(encoding="utf-8")
glob.glob({outside!r} + "/listed/*")
os.listdir({outside!r} + "/plain")
os.access({outside!r} + "/tool", os.X_OK)
shutil.which("no-such-tool-at-all")
held = os.open({outside!r} + "/held", os.O_RDONLY)
os.close(os.open("data.txt", os.O_RDONLY, dir_fd=held))
os.stat("other.txt", dir_fd=held)
os.listdir(held)
os.close(held)
"""


class Site:
    """A page whose program looks at a folder beside the site, and how it is run.

    Args:
        base: an empty folder.
        run: how to run a program.
    """

    def __init__(self, base: Path, run: Callable[[Request], Happened]) -> None:
        self._run = run
        self._base = base
        self.ran: list[str] = []
        self.root, self.outside = base / "site", base / "outside"
        for each in (self.root, self.outside):
            each.mkdir()
        toy_site.make(self.root)
        for name in ("listed", "plain", "held"):
            (self.outside / name).mkdir()
        for name in (
            "data.txt",
            "flag",
            "tool",
            "listed/a",
            "plain/a",
            "held/data.txt",
            "held/other.txt",
        ):
            (self.outside / name).write_text("1", "utf-8")
        self.put("pyproject.toml", f"{SETTINGS}runs = 1\n")
        self.put("snippets/shared/common.json", "1\n")
        shared = '```json\n--8<-- "shared/common.json"\n```\n'
        given = '```json\n--8<-- "notes/given.json"\n```\n'
        self.put(
            "docs/notes.md", f"{toy_site.PAGE}\n{program('notes', 'helper')}\n{shared}\n{given}"
        )
        put(self.root, "given.json", "{}\n")
        put(self.root, "helper.py", "B = 1\n")
        put(self.root, "read.py", LOOKS.format(outside=str(self.outside)))

    def put(self, name: str, text: str) -> None:
        """Write a file of the site."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def test(self) -> bool:
        """Test the page as a new run of the tools does; return whether it is green."""
        self.ran = []
        project = Project(self.root)
        memory = Memory(project)
        read = page.read(project, project.page("notes"))
        assert not read.faults, read.faults
        if memory.believes(read):
            return True
        base = self._base / f"run-{len(list(self._base.iterdir()))}"
        base.mkdir()
        runs = PageRun(project, read, base, self._counted, recorded=True)
        for again in project.settings.rounds:
            for index in range(len(read.examples)):
                runs.verdict(index, again)
        memory.keep(read, runs)
        memory.write()
        return runs.green

    def _counted(self, request: Request) -> Happened:
        self.ran.append(request.name)
        return self._run(request)

    @property
    def is_remembered(self) -> bool:
        """Whether the page is not run, as nothing is altered."""
        assert self.test(), "it is red"
        assert self.test(), "it is red the second time"
        return not self.ran
