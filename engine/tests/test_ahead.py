"""Pages are run before their turn, and nothing but the time it takes tells of that."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from toy_site import add_page, collect, put
from twicetold.base.project import Project
from twicetold.books import ledger
from twicetold.read import page
from twicetold.run.patience import HANGS

SPECIMENS = Path(__file__).parent / "specimens"
FEW = 10
# As on a machine of four processors.
MANY = "import os\nos.sched_getaffinity = lambda process: {0, 1, 2, 3}\n"
NONE_AHEAD = f"{MANY}import twicetold.pytest_session\ntwicetold.pytest_session.Ahead = None\n"
# Says of each program that it took so long.
SLOW = """from dataclasses import replace
from twicetold.run.choose import Forks
run = Forks.run
Forks.run = lambda forks, request: replace(run(forks, request), seconds=42.0)
"""
# Tells the test that it runs, then waits to be told to fail; or to be killed.
WAITS = """import socket
{more}
with socket.create_connection(("127.0.0.1", {port})) as con:
    con.sendall(b"{name}")
    con.recv(1)
raise SystemExit(1)
"""
KILLER = """import os
import subprocess
import sys

kill = f"import os; os.kill({os.getppid()}, 9)"
subprocess.run([sys.executable, "-I", "-c", kill])
while True:
    pass
"""


@pytest.fixture
def two(notes: Path) -> Path:
    """A site of two pages, tested as on a machine of four processors."""
    add_page(notes, "other")
    (notes / "many.py").write_text(MANY, "utf-8")
    (notes / "none_ahead.py").write_text(NONE_AHEAD, "utf-8")
    return notes


def set_ahead(site: Path, number: int) -> None:
    file = site / "pyproject.toml"
    lines = file.read_text("utf-8").splitlines() if file.is_file() else ["[tool.twicetold]"]
    kept = [line for line in lines if not line.startswith("ahead")]
    file.write_text("\n".join([*kept, f"ahead = {number}", ""]), "utf-8")


def told(site: Path, ahead: int, *options: str) -> str:
    """Run pytest with so many pages ahead; what it prints but for seconds and addresses."""
    set_ahead(site, ahead)
    done = collect(site, "-p", "many", "-v", *options, "docs")
    said = re.sub(r"=* (.*) in \d+\.\d+s.*", r"\1", done.stdout) + done.stderr
    return re.sub(r"0x[0-9a-f]+", "0x", said)


def test_pages_ahead_are_a_matter_of_threads(two: Path) -> None:
    done = collect(two, "-p", "none_ahead", "docs")
    assert "'NoneType' object is not callable" in done.stdout + done.stderr


@pytest.mark.parametrize("options", [("-n", "2"), ("docs/notes.md",), ("--collect-only",)])
def test_no_page_is_ahead_of_workers_nor_of_nothing(two: Path, options: tuple[str]) -> None:
    docs = () if options[0].startswith("docs") else ("docs",)
    done = collect(two, "-p", "none_ahead", *options, *docs)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_setting_of_0_runs_no_page_ahead(two: Path) -> None:
    set_ahead(two, 0)
    done = collect(two, "-p", "none_ahead", "docs")
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_asked_for_is_what_is_run(two: Path) -> None:
    assert "2 passed, 8 deselected" in told(two, 3, "-k", "read.py and again")


@pytest.mark.parametrize("inline", [False, True])
def test_specimens_are_told_alike_with_and_without_pages_ahead(
    tmp_path: Path, inline: bool
) -> None:
    site = tmp_path / "site"
    shutil.copytree(SPECIMENS / "inline" if inline else SPECIMENS, site)
    project = Project(site)
    pages = [page.read(project, path) for path in project.pages()]
    refused = [read for read in pages if ledger.of_page(project, read)]
    for read in refused[FEW:]:  # which are not run, and told by what reads them
        project.page(read.key).unlink()
    (site / "many.py").write_text(MANY, "utf-8")
    without, ahead = told(site, 0), told(site, 3)
    assert without.splitlines() == ahead.splitlines()
    assert "failed" in without and " passed" in without


def test_a_program_takes_what_it_took_before_its_turn(two: Path) -> None:
    (two / "slow.py").write_text(SLOW, "utf-8")
    said = told(two, 3, "-p", "slow", "--durations", "8")
    assert said.count("42.00s call") == 8


def test_a_page_that_kills_what_runs_it_is_told_alike(two: Path) -> None:
    put(two, "write.py", KILLER)
    without, ahead = told(two, 0), told(two, 3)
    assert without.splitlines() == ahead.splitlines()
    assert "docs/other.md::read.py (again) PASSED" in ahead
    assert "docs/notes.md::write.py FAILED" in ahead


@pytest.fixture
def door() -> Iterator[socket.socket]:
    """Where programs of pages tell that they run."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(HANGS)
        yield server


@pytest.fixture
def heeded() -> Iterator[None]:
    """Have what is started here heed Ctrl-C, also where the tests themselves ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
@pytest.mark.parametrize("way", ["fork", "start"])
@pytest.mark.parametrize("end", ["-x", "interrupt"])
def test_what_runs_ahead_ends_with_the_tests(
    two: Path, door: socket.socket, end: str, way: str
) -> None:
    more = "import sys\n\nsys.modules\n" if way == "start" else ""
    text = (two / "pyproject.toml").read_text("utf-8")
    (two / "pyproject.toml").write_text(f"{text}timeout = {HANGS:.0f}\n", "utf-8")
    for key in ("notes", "other"):
        program = WAITS.format(more=more, port=door.getsockname()[1], name=key)
        (two / "snippets" / key / "write.py").write_text(program, "utf-8")
    options = ["-x", "-p", "no:cacheprovider", "-p", "many", "--rootdir", str(two)]
    (two / "tmp").mkdir()
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    tests = subprocess.Popen(
        [sys.executable, "-m", "pytest", *options, "docs"],
        cwd=two,
        env=variables | {"PYTHONPATH": str(two), "TMPDIR": str(two / "tmp")},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    with tests:
        running: dict[str, socket.socket] = {}
        while len(running) < 2:
            program_end = door.accept()[0]
            program_end.settimeout(HANGS)
            running[program_end.recv(10).decode()] = program_end
        if end == "interrupt":
            tests.send_signal(signal.SIGINT)
        else:
            running["notes"].sendall(b"!")
        said = tests.communicate(timeout=HANGS)[0]
        for each in running.values():
            assert each.recv(1) == b""  # its end is closed: it was killed
            each.close()
    assert ("1 failed" in said) is (end == "-x"), said
    assert ("KeyboardInterrupt" in said) is (end == "interrupt"), said
    assert not list((two / "tmp").glob("twicetold-*"))
