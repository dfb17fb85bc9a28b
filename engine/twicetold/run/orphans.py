"""End what an example has left behind: its server becomes the parent of all of it."""

import os
import select

from patience import GRACE, Patience

KILL = 9  # without importing signal
_KEEPS_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER
_CHILDREN = "/proc/self/task/{0}/children"


def adopt() -> None:
    """Become the parent of what examples leave behind, where the system allows it.

    Elsewhere only the group of the example is killed.
    """
    try:
        import ctypes

        if os.path.exists(_CHILDREN.format(os.getpid())):
            ctypes.CDLL(None).prctl(_KEEPS_ORPHANS, 1, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass


def end(seconds: float = GRACE) -> bool:
    """Wait until no child is left, and kill those that do not end; return whether any was.

    Args:
        seconds: they may take, on an idle machine.
    """
    patience = Patience(seconds)
    killed = False
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
        except ChildProcessError:
            return killed
        with open(_CHILDREN.format(os.getpid()), encoding="ascii") as file:
            children = [int(pid) for pid in file.read().split()]
        left = patience.left()
        if not left:
            killed = True
            for pid in children:  # ours until we wait for them: no other process has the id
                os.kill(pid, KILL)
        if children:
            first = os.pidfd_open(children[0])
            select.select([first], [], [], left or None)
            os.close(first)


def end_all(child: int) -> None:
    """Kill a child with its group, and all that they leave.

    Args:
        child: leads the group, or has not begun yet.
    """
    for kill in (os.killpg, os.kill):
        try:
            kill(child, KILL)
        except ProcessLookupError:
            pass
    end(0)
