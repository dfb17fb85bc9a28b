"""A page is not run again while all that a green run of it saw is the same, and only then."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace

import pytest

import toy_site
import twicetold
import warm_tool
from toy_site import program, put
from twicetold.base.project import Project
from twicetold.cache import shell, world
from twicetold.cache.memory import Memory
from twicetold.judge.page_run import PageRun
from twicetold.read import page
from twicetold.run import cold, folder
from twicetold.run.choose import Forks, available
from twicetold.run.cold import Happened, Request

SETTINGS = f'{toy_site.SETTINGS}shared = "shared"\n'
PROGRAMS = ["write.py", "read.py", "helper.py"]
WAYS = [
    "start",
    pytest.param("fork", marks=pytest.mark.skipif(not available(), reason="Linux")),
]
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


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    with Forks(["glob", "os", "pathlib", "shutil"], recorded=True) as servers:
        yield servers


@pytest.fixture
def site(tmp_path: Path, forks: Forks) -> Site:
    return Site(tmp_path, forks.run)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_unchanged_is_not_run_again(tmp_path: Path, forks: Forks, way: str) -> None:
    site = Site(tmp_path, forks.run if way == "fork" else cold.start)
    site.put("pyproject.toml", SETTINGS)
    assert site.test() and len(site.ran) == 2 * len(PROGRAMS)
    assert site.test() and site.ran == []


ALTERED: dict[str, Callable[[Site], object]] = {
    "a program": lambda site: put(site.root, "write.py", toy_site.WRITE + "# more\n"),
    "an output": lambda site: put(site.root, "read.out", "lost\n"),
    "an input": lambda site: put(site.root, "given.json", "[]\n"),
    "a module of the page": lambda site: put(site.root, "helper.py", "B = 2\n"),
    "a shared file": lambda site: site.put("snippets/shared/common.json", "2\n"),
    "a mark": lambda site: site.put(
        "docs/notes.md",
        (site.root / "docs/notes.md")
        .read_text("utf-8")
        .replace("```python", "<!--pytest.mark.timeout(60)-->\n```python", 1),
    ),
    "a setting": lambda site: site.put("pyproject.toml", f"{SETTINGS}runs = 1\ntimeout = 21\n"),
    "a file that was read": lambda site: (site.outside / "data.txt").write_text("2", "utf-8"),
    "a file that was there": lambda site: (site.outside / "flag").unlink(),
    "a file that was not there": lambda site: (site.outside / "gone").touch(),
    "a file that may be run": lambda site: (site.outside / "tool").chmod(0o700),
    "a file in a folder that was listed": lambda site: (site.outside / "listed/b").touch(),
    "what a listed file holds": lambda site: (site.outside / "plain/a").write_text(
        "22", "utf-8"
    ),
    "a file opened beside an open folder": lambda site: (
        site.outside / "held/data.txt"
    ).write_text("22", "utf-8"),
    "a file asked for beside one": lambda site: (site.outside / "held/other.txt").chmod(0o600),
}


@pytest.mark.parametrize("what", ALTERED)
def test_whatever_is_altered_the_page_is_run(site: Site, what: str) -> None:
    assert site.is_remembered
    ALTERED[what](site)
    assert site.test() == (what != "an output")
    assert site.ran == PROGRAMS


class Tomorrow(datetime):
    """What says that it is a day later."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Tomorrow":
        return super().now(tz) + timedelta(days=1)


TOMORROW = SimpleNamespace(datetime=Tomorrow, UTC=UTC)
OF_THE_WORLD: dict[str, Callable[[pytest.MonkeyPatch, Path], object]] = {
    "the interpreter": lambda patch, base: patch.setattr(sys, "version", "3.99.0"),
    "where it is": lambda patch, base: patch.setattr(sys, "executable", str(base / "python")),
    "the engine": lambda patch, base: (base / "engine" / "cli.py").write_text("2", "utf-8"),
    "a package": lambda patch, base: (base / "packages/a-1.dist-info").rename(
        base / "packages/a-2.dist-info"
    ),
    "a package, installed again": lambda patch, base: (
        base / "packages/a-1.dist-info/RECORD"
    ).write_text("22", "utf-8"),
    "a file that changes the path": lambda patch, base: (base / "packages/a.pth").touch(),
    "a variable that programs get": lambda patch, base: patch.setenv("LD_LIBRARY_PATH", "/a"),
    "PATH": lambda patch, base: patch.setenv("PATH", f"{base}:{os.environ['PATH']}"),
    "a lock": lambda patch, base: (base / "requirements.txt").write_text("a==1", "utf-8"),
    "the day": lambda patch, base: patch.setattr(world, "datetime", TOMORROW),
    "the processors": lambda patch, base: patch.setattr(os, "cpu_count", lambda: 99),
    "the user": lambda patch, base: patch.setattr(os, "getuid", lambda: 99),
    "the guard": lambda patch, base: (base / "engine/guard.py").touch(),
}


@pytest.mark.parametrize("what", OF_THE_WORLD)
def test_whatever_of_the_machine_is_altered_every_page_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    for name in ("engine/cli.py", "packages/a-1.dist-info/RECORD"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("1", "utf-8")
    monkeypatch.setattr(twicetold, "__file__", str(tmp_path / "engine/__init__.py"))
    monkeypatch.setattr("site.getsitepackages", lambda: [str(tmp_path / "packages")])
    project = Project(tmp_path)
    before = world.digest(project)
    assert world.digest(project) == before
    OF_THE_WORLD[what](monkeypatch, tmp_path)
    assert world.digest(project) != before


def test_what_all_programs_are_given_is_in_the_digest_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.digest(Project(tmp_path))
    monkeypatch.setattr(folder, "_KEPT", (*folder._KEPT, "KEPT_TOO"))
    monkeypatch.setenv("KEPT_TOO", "1")
    assert world.digest(Project(tmp_path)) != before


@pytest.mark.parametrize("line", ["network = true", 'warnings = "default"', "runs = 1"])
def test_a_setting_that_decides_how_programs_run_is_in_it(tmp_path: Path, line: str) -> None:
    before = world.digest(Project(tmp_path))
    (tmp_path / "pyproject.toml").write_text(f"[tool.twicetold]\n{line}\n", "utf-8")
    assert world.digest(Project(tmp_path)) != before


ASKS = {
    "exists": "import os\nprint('kept' if os.path.exists({path!r}) else 'lost')\n",
    "is_file": "from pathlib import Path\n"
    "print('kept' if Path({path!r}).is_file() else 'lost')\n",
    "which": "import shutil\nprint('kept' if shutil.which({path!r}) else 'lost')\n",
    "taken": "from os import stat\ntry:\n    stat({path!r})\n    print('kept')\n"
    "except OSError:\n    print('lost')\n",
    "in a child": 'import subprocess, sys\ncode = \'import os, sys; print(["lost", "kept"]'
    "[os.path.exists(sys.argv[1])])'\nsubprocess.run([sys.executable, '-c', code, {path!r}])\n",
    "in a thread": "import os, threading\nthreading.Thread(target=lambda: print("
    "'kept' if os.path.isfile({path!r}) else 'lost')).start()\n",
}


@pytest.mark.parametrize("asked", ASKS)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_a_file_elsewhere_turns_red_is_red_and_green_again(
    tmp_path: Path, forks: Forks, way: str, asked: str
) -> None:
    site = Site(tmp_path, forks.run if way == "fork" else cold.start)
    path = tmp_path / "outside" / "asked"
    put(site.root, "read.py", ASKS[asked].format(path=str(path)))
    path.touch(mode=0o755)
    assert site.is_remembered
    path.unlink()
    assert not site.test()
    assert not site.test(), "it is believed although it is red"
    path.touch(mode=0o755)
    assert site.test() and site.ran


DOUBTED = {  # by what is written down of each
    "starts true": "import subprocess\nsubprocess.run(['true'])\n",
    "starts b'true'": "import os\nos.system('true')\n",
    " -I": "import subprocess, sys\nsubprocess.run([sys.executable, '-I', '-c', ''])\n",
    "an environment of its own": "import subprocess, sys\n"
    "subprocess.run([sys.executable, '-c', ''], env={})\n",
    "with an environment": "import os, subprocess, sys\n"
    "os.environ.pop('PROOF_SEEN')\nsubprocess.run([sys.executable, '-c', ''])\n",
    "connects to /none": "import contextlib, socket\n"
    "with socket.socket(socket.AF_UNIX) as a:\n"
    "    with contextlib.suppress(OSError):\n        a.connect('/none')\n",
    "connects to ('127.0.0.1'": "import socket\n"
    "with socket.create_server(('127.0.0.1', 0)) as a:\n"
    "    socket.create_connection(a.getsockname()).close()\n",
    "ctypes.dl": "import ctypes\nctypes.CDLL(None).getpid()\n",
    "reads /proc/": "from pathlib import Path\nPath('/proc/self/status').read_bytes()\n",
    "opens the database /none/a.db": "import contextlib, sqlite3\n"
    "with contextlib.suppress(sqlite3.Error):\n"
    "    sqlite3.connect('file:/none/a.db?mode=ro', uri=True)\n",
    "read.py: ATTACH": "import sqlite3\nfrom contextlib import closing\n"
    "with closing(sqlite3.connect(':memory:')) as db:\n"
    "    db.execute(\"ATTACH 'file:/none/a.db?mode=memory' AS a\")\n",
    "links to /usr": "import os\nif not os.path.islink('a'):\n    os.symlink('/usr', 'a')\n",
    "lists /": "import os\nos.listdir('/')\n",
}


@pytest.mark.parametrize("why", DOUBTED)
def test_a_page_that_does_what_nothing_sees_is_run_each_time(site: Site, why: str) -> None:
    put(site.root, "read.py", f"{DOUBTED[why]}print('kept')\n")
    assert not site.is_remembered
    (file,) = (site.root / ".cache/twicetold").glob("*.json")
    assert why in json.loads(file.read_text("utf-8"))["doubt"]


@pytest.mark.parametrize(
    ("text", "is_followed"),
    [
        ("python write.py\n", True),
        ("set -e\nmkdir -p a && python -m zipfile -l a.zip | sort\n# a remark: $(x)\n", True),
        ("python -I write.py\n", False),
        ("git status\n", False),
        ("cat /etc/passwd\n", False),
        ("cat ../a\n", False),
        ("echo $(id)\n", False),
        ("echo `id`\n", False),
        ("ls ~\n", False),
        ("PATH=. python write.py\n", False),
        ("export PATH=.\n", False),
        ("python write.py > out.txt 2>&1\n", True),
        ("cat < a\n", False),
        ("for a in b; do echo; done\n", False),
    ],
)
def test_a_shell_program_is_followed_only_if_all_of_it_is_known(
    text: str, is_followed: bool
) -> None:
    assert (shell.unknown(text) == "") == is_followed


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"key": 1}', "\0", '{"key": "", "seen": 1}']
)
def test_a_damaged_file_is_no_knowledge(site: Site, damage: str) -> None:
    assert site.is_remembered
    (file,) = (site.root / ".cache/twicetold").glob("*.json")
    whole = file.read_text("utf-8")
    file.write_text(damage or whole[:-20], "utf-8")
    assert site.test() and site.ran
    assert site.is_remembered


def test_a_page_that_is_red_is_forgotten(site: Site) -> None:
    assert site.is_remembered
    put(site.root, "read.out", "lost\n")
    assert not site.test()
    put(site.root, "read.out", "kept\n")
    assert site.test() and site.ran


def run(folder: Path, *options: str) -> str:
    """Run pytest on a site; return its summary."""
    return toy_site.collect(folder, "docs", "-v", *options).stdout


def test_pytest_says_what_it_did_not_run(notes: Path) -> None:
    assert "5 passed" in run(notes, "--skip-unchanged")
    said = run(notes, "--skip-unchanged")
    assert said.count("UNCHANGED") == 4 and "1 passed, 4 unchanged" in said
    assert "1 page unchanged since a green run, and not run" in said
    assert "5 passed" in run(notes), "it is not asked to skip anything"


def test_workers_skip_it_too(notes: Path) -> None:
    toy_site.add_page(notes, "more")
    assert "10 passed" in run(notes, "--skip-unchanged", "-n", "2")
    assert "2 passed, 8 unchanged" in run(notes, "--skip-unchanged", "-n", "2")


def test_nothing_is_skipped_where_ci_is_set(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(notes, "--skip-unchanged")
    monkeypatch.setattr(toy_site, "run", with_ci)
    assert "5 passed" in toy_site.collect(notes, "docs", "--skip-unchanged").stdout


def with_ci(folder: Path, *arguments: str) -> object:
    """Run `python -m …` in a folder as a public workflow does."""
    outer = {**os.environ, "CI": "true", "PYTEST_ADDOPTS": toy_site.NO_OTHERS}
    return warm_tool.run(folder, arguments, outer)


def test_a_part_of_a_page_is_not_remembered(notes: Path) -> None:
    run(notes, "--skip-unchanged", "-k", "write")
    assert "5 passed" in run(notes, "--skip-unchanged")


def test_a_receipt_is_written_of_what_ran_alone(notes: Path) -> None:
    run(notes, "--skip-unchanged")
    assert "5 passed" in run(notes, "--skip-unchanged", "--receipt", "receipts")
    assert "4 unchanged" in run(notes, "--skip-unchanged", "--receipt", "receipts")
    (receipt,) = (notes / "receipts").iterdir()
    receipt.unlink()
    assert "5 passed" in run(notes, "--skip-unchanged", "--receipt", "receipts")


def test_a_page_whose_sources_are_wrong_is_red_although_it_is_not_run(notes: Path) -> None:
    run(notes, "--skip-unchanged")
    config = notes / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("- notes.md", "- other.md"), "utf-8")
    said = run(notes, "--skip-unchanged")
    assert "1 failed, 4 unchanged" in said
