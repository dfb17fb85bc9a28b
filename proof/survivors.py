"""Find and kill the processes that an example left behind."""

import contextlib
import os
import select
import signal
from pathlib import Path

from proof.patience import Patience


def kill(group: int) -> None:
    """Kill all processes of a group; it is no error if there are none.

    Args:
        group: the id of the process group.
    """
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def remain(group: int, seconds: float) -> bool:
    """Return whether a process of the group still runs after the given time.

    Args:
        group: the id of the process group; its leader has ended.
        seconds: how long to wait for those that are about to end.
    """
    if os.name != "posix" or not _exists(group):
        return False
    if not hasattr(os, "pidfd_open"):
        return True
    patience = Patience(seconds)
    for pid in _members(group):
        try:
            fd = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        try:
            while not select.select([fd], [], [], patience.left())[0]:
                if not patience.left():
                    return True
        finally:
            os.close(fd)
    return False


def _exists(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _members(group: int) -> list[int]:
    """Return the processes of a group that are not waiting to be reaped, from /proc."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found
