"""Find and kill the processes that an example left behind."""

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from twicetold.run.patience import Patience

if TYPE_CHECKING:
    import psutil

MARK = "PROOF_RUN"  # the environment variable that tells whose process one is


def kill(group: int, leader: bool = False) -> None:
    """Kill all processes of a group; it is no error if there are none.

    Args:
        group: the id of the process group.
        leader: whether to kill the process of that id by itself too: it has not ended, and may
            not have made its group yet.
    """
    for end in (os.killpg, os.kill) if leader else (os.killpg,):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(group, signal.SIGKILL)


def end(group: int, mark: str, seconds: float) -> bool:
    """Kill what an example left; return whether something did not end by itself.

    Args:
        group: the id of its process group; the leader has ended.
        mark: what MARK is in the environment of all that it started.
        seconds: how long to wait for those that are about to end.
    """
    if os.name != "posix":
        return False
    patience = Patience(seconds)
    # Twice: one can start another behind our back.
    left = _those(group, mark) or _those(group, mark)
    if not left:
        return False
    import psutil  # here, as most programs leave nothing

    while left and patience.left():
        left = psutil.wait_procs(left, patience.left())[1]
    killed = False
    while left := [each for each in left if _runs(each)] or _those(group, mark):
        killed = True
        for each in left:
            with contextlib.suppress(psutil.Error):
                each.kill()
        psutil.wait_procs(left, 1)
    return killed


def _those(group: int, mark: str) -> "list[psutil.Process]":
    """Return the processes that are of a group or bear a mark and have not ended."""
    if sys.platform == "linux":  # ten times as fast, and done after each program
        with os.scandir("/proc") as every:
            pids = [int(each.name) for each in every if each.name.isdigit()]
        if not any(_is_of(pid, group, mark) for pid in pids):
            return []
    import psutil

    found = []
    for pid in psutil.pids():
        with contextlib.suppress(psutil.Error, OSError):
            if _is_of(pid, group, mark):
                found.append(psutil.Process(pid))
    return [each for each in found if _runs(each)]


def _is_of(pid: int, group: int, mark: str) -> bool:
    with contextlib.suppress(OSError):
        if os.getpgid(pid) == group:
            return True
        if sys.platform == "linux":
            return f"{MARK}={mark}\0".encode() in Path(f"/proc/{pid}/environ").read_bytes()
        import psutil

        return psutil.Process(pid).environ().get(MARK) == mark
    return False


def _runs(each: "psutil.Process") -> bool:
    """Return whether a process runs: one that only waits to be reaped does not."""
    import psutil

    with contextlib.suppress(psutil.NoSuchProcess):
        return bool(each.is_running() and each.status() != psutil.STATUS_ZOMBIE)
    return False
