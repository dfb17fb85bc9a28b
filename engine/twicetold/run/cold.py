"""Run an example as `python -W error NAME.py` does and say what happened."""

import functools
import itertools
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from twicetold.run import leftovers
from twicetold.run.folder import Folder, environment
from twicetold.run.patience import GRACE, Patience

LIMIT = 20.0  # seconds an example may take; more where the machine is slow: see patience.py
LONGEST = 86_400.0  # seconds that a page can ask for
LARGEST = 1_000_000  # bytes it may print
MASK = 0o022  # of the files it makes
_COUNT = itertools.count(1)
_RUNNING: "set[subprocess.Popen[bytes]]" = set()
# A shell program's parent is a shell of its own, which it may kill, and which ends as it did.
# Not every status above 128 is that of a signal.
_SHELL = 'sh -e "$0"; s=$?; [ $s -le 128 ] || kill -$((s - 128)) $$ 2>/dev/null; exit $s'


@dataclass(frozen=True)
class Request:
    """An example to run.

    Args:
        folder: where.
        name: the file in the page's folder.
        language: `python` or `sh`.
        seed: the hash seed.
        limit: seconds it may take.
        strict: whether it may not give a warning, or leave a file open.
        known: what files of that folder hold now, by their paths in it, so that none of them
            need be read.
        plays: the programs of that folder that it runs, if it is none of them.
    """

    folder: Folder
    name: str
    language: str = "python"
    seed: int = 1
    limit: float = LIMIT
    strict: bool = True
    known: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    plays: tuple[str, ...] = ()


@dataclass(frozen=True)
class Happened:
    """What an example did.

    Args:
        output: what it wrote to stdout and stderr, in the order written.
        status: its exit status; minus the number of the signal that killed it.
        seconds: how long it took.
        too_long: whether it was killed because its time was up.
        too_much: whether it was killed because it printed more than LARGEST bytes.
        left: whether it left a process behind.
        lost: whether what ran it was killed, so that nobody knows how it ended.
    """

    output: str
    status: int
    seconds: float
    too_long: bool = False
    too_much: bool = False
    left: bool = False
    lost: bool = False


def start(request: Request) -> Happened:
    """Run an example in a new process of its own interpreter or shell.

    Args:
        request: the example.
    """
    folder = request.folder
    mark = f"{os.getpid()}-{next(_COUNT)}"
    reader, writer = os.pipe()
    variables = environment(request.seed) | folder.places() | watched(writer)
    variables[leftovers.MARK] = mark
    if request.language == "sh":
        command = ["sh", "-c", _SHELL, request.name]
        first = folder.commands if os.name == "posix" else Path(sys.executable).parent
        variables["PATH"] = str(first) + os.pathsep + variables.get("PATH", os.defpath)
    else:
        command = [sys.executable, request.name]
        if request.strict:
            command[1:1] = ["-W", "error"]
            variables["PROOF_STRICT"] = "1"
    command[:0] = bound()
    begin = time.monotonic()
    try:
        process = subprocess.Popen(
            command,
            cwd=folder.page,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=MASK,
        )
    finally:
        os.close(writer)
    _RUNNING.add(process)
    output = _Output(reader, process)
    ended = threading.Event()

    def wait() -> None:
        process.wait()
        ended.set()

    threading.Thread(target=wait, daemon=True).start()
    patience = Patience(request.limit)
    try:
        while not ended.is_set() and (rest := patience.left()):
            ended.wait(rest)
        too_long = not ended.is_set()
    finally:  # it is interrupted
        _RUNNING.discard(process)
        if not ended.is_set():
            _kill(process)
    ended.wait()
    seconds = time.monotonic() - begin
    left = leftovers.end(process.pid, mark, GRACE)
    left = not output.finished(GRACE) or left
    return Happened(
        output.text(),
        process.returncode,
        seconds,
        too_long,
        output.too_much,
        left and not too_long and not output.too_much,
    )


@functools.cache
def bound() -> list[str]:
    """Return what ends a program if this process is killed; nothing where there is no such."""
    if not (setpriv := shutil.which("setpriv")):
        return []
    prefix = [setpriv, "--pdeathsig", "KILL"]
    able = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return [] if able.returncode else prefix


def kill_running() -> None:
    """Kill what other threads of this process have started and wait for."""
    for process in list(_RUNNING):
        _kill(process)


def watched(printer: int, *keepers: int) -> dict[str, str]:
    """Return what the guard of an example has to know of who runs it, as variables.

    Args:
        printer: the descriptor to which the example prints.
        keepers: the processes that it may not signal, beside this one.
    """
    pids = " ".join(map(str, (os.getpid(), *keepers)))
    inode = str(os.fstat(printer).st_ino)
    return {"PROOF_FIRST": "1", "PROOF_PRINTER": inode, "PROOF_KEEPER": pids}


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a process and all that it started."""
    if os.name == "posix":
        leftovers.kill(process.pid)
    elif process.poll() is None:
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)


class _Output:
    """Collects what a process prints, in a thread; kills it when that is too much."""

    def __init__(self, reader: int, process: "subprocess.Popen[bytes]") -> None:
        self._reader = reader
        self._process = process
        self._chunks: list[bytes] = []
        self.too_much = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        size = 0
        while chunk := os.read(self._reader, 65536):
            if size < LARGEST:
                self._chunks.append(chunk)
            size += len(chunk)
            if size >= LARGEST and not self.too_much:
                self.too_much = True
                _kill(self._process)
        os.close(self._reader)

    def finished(self, seconds: float) -> bool:
        """Return whether all who could write have ended, within the given time."""
        patience = Patience(seconds)
        while self._thread.is_alive() and (rest := patience.left()):
            self._thread.join(rest)
        return not self._thread.is_alive()

    def text(self) -> str:
        return decode(b"".join(self._chunks[:])[:LARGEST])


def decode(data: bytes) -> str:
    """Return output as text; what is not UTF-8 shows as escapes."""
    return data.decode("utf-8", "backslashreplace").replace("\r\n", "\n")


def signal_name(status: int) -> str:
    """Return the name of the signal in a negative exit status, such as `SIGKILL`."""
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
