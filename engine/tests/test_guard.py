"""A program stays on its machine and in its folder, and leaves no process behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toy_site import collect, put
from twicetold.run import cold, leftovers
from twicetold.run.cold import Happened, Request
from twicetold.run.folder import empty

HERE = ("localhost", "127.0.0.1", "127.1", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::1%lo")
ELSEWHERE = ("::ffff:8.8.8.8", "127.evil.example", "localhost.evil.example", "8.8.8.8", "::2")
CONNECT = """
import socket

for host in {}:
    try:
        socket.getaddrinfo(host, 80)
        print(host, "here")
    except PermissionError as error:
        print(host, type(error).__name__)
    except OSError:
        print(host, "here")
"""


def run(base: Path, program: str) -> Happened:
    """Run a program in a process of its own, in new folders."""
    made = empty(base / "run")
    (made.page / "a.py").write_text(program, "utf-8")
    return cold.start(Request(made, "a.py"))


def test_an_address_is_known_by_what_it_is_and_not_by_how_it_begins(tmp_path: Path) -> None:
    said = run(tmp_path, CONNECT.format(HERE + ELSEWHERE)).output.splitlines()
    wanted = [f"{host} here" for host in HERE]
    assert said == wanted + [f"{host} LeavesThisMachine" for host in ELSEWHERE]


@pytest.mark.parametrize(
    "change",
    [
        "open('{}/new', 'w')",
        "os.open('{}/new', os.O_CREAT)",
        "os.mkdir('{}/new')",
        "os.remove('{}/old')",
        "os.rename('{}/old', 'old')",
        "os.rename('a.py', '{}/new')",
        "os.symlink('a.py', '{}/new')",
        "os.truncate('{}/old', 0)",
        "sqlite3.connect('{}/new')",
        "sqlite3.connect('file:{}/new%2Bmore', uri=True)",
        "shutil.copy('a.py', '{}/new')",
    ],
)
def test_nothing_is_changed_outside_the_folder(tmp_path: Path, change: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "old").write_text("kept", "utf-8")
    happened = run(tmp_path, f"import os, shutil, sqlite3\n{change.format(outside)}\n")
    assert "LeavesItsFolder: an example may write only in its folder" in happened.output
    assert [each.name for each in outside.iterdir()] == ["old"]
    assert (outside / "old").read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    "change",
    [
        "open(os.path.expanduser('~/new'), 'w').close()",
        "tempfile.NamedTemporaryFile().close()",
        "open(os.devnull, 'w').close()",
        "sqlite3.connect('file:%61.db', uri=True).close()",
        "sqlite3.connect(':memory:').close()",
        "sqlite3.connect('file:/shared?vfs=memdb', uri=True).close()",
        "open('{}/old').close()",
        "sqlite3.connect('file:{}/old?mode=ro', uri=True).close()",
    ],
)
def test_what_is_its_own_can_be_changed_and_the_rest_be_read(
    tmp_path: Path, change: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "old").write_text("", "utf-8")
    happened = run(tmp_path, f"import os, sqlite3, tempfile\n{change.format(outside)}\n")
    assert (happened.output, happened.status) == ("", 0)


def test_a_program_can_not_write_what_is_expected_of_it(notes: Path) -> None:
    out = notes / "snippets" / "notes" / "read.out"
    put(notes, "read.py", f"open({str(out)!r}, 'w').write('new\\n')\nprint('new')\n")
    assert "LeavesItsFolder" in collect(notes, "docs").stdout
    assert out.read_text("utf-8") == "kept\n"


def test_what_is_expected_is_read_before_anything_runs(notes: Path) -> None:
    out = notes / "snippets" / "notes" / "read.out"
    code = f"open({str(out)!r}, 'w').write('new\\n')"
    unguarded = f"subprocess.run([sys.executable, '-I', '-c', {code!r}])"
    put(notes, "read.py", f"import subprocess, sys\n{unguarded}\nprint('new')\n")
    said = collect(notes, "docs").stdout
    assert "read.py printed something else than its page shows" in said


@pytest.mark.skipif(os.name != "posix", reason="Windows has no zombies")
def test_a_process_that_only_waits_to_be_reaped_is_no_leftover() -> None:
    command = [sys.executable, "-c", ""]
    with subprocess.Popen(command, start_new_session=True) as child:
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        assert not leftovers.end(child.pid, "no such mark", 0)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no process groups")
@pytest.mark.parametrize("by", ["group", "mark"])
def test_a_process_that_stays_is_a_leftover_and_is_killed(by: str) -> None:
    command = [sys.executable, "-c", "import sys; sys.stdin.read()"]  # stays until it is closed
    marked = os.environ | {leftovers.MARK: "mine"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, start_new_session=True, env=marked
    ) as child:
        group = child.pid if by == "group" else os.getpgid(0) + (1 << 22)
        mark = "mine" if by == "mark" else "no such mark"
        assert leftovers.end(group, mark, 0)
        assert not leftovers.end(group, mark, 0)
        assert child.wait() != 1  # it has ended; whoever waited first knows how
