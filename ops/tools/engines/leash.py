"""Ends all that an engine started, also where the test that started it was killed.

Run as a program it waits until its input ends, which it does with the process that holds it,
and then ends each process that has its mark in the environment, until there is none. All of a
browser's processes inherit that, also those whose parent is gone.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

import psutil

VARIABLE = "PDP_ENGINE"


@contextmanager
def leash() -> Iterator[dict[str, str]]:
    """Yield the environment for what is to end with the block, or with this process."""
    mark = uuid4().hex
    watch = [sys.executable, "-P", __file__, mark]
    # In a session of its own, so that what interrupts the tests does not end it.
    with subprocess.Popen(watch, stdin=subprocess.PIPE, start_new_session=True):
        yield {**os.environ, VARIABLE: mark}


def marked(mark: str, variable: str = VARIABLE) -> list[psutil.Process]:
    """Return the processes that have a mark in their environment.

    Args:
        mark: the mark.
        variable: the name that it has there.
    """
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):  # it has ended, or is another user's
            if process.environ().get(variable) == mark:
                found.append(process)
    return found


def end(mark: str, variable: str = VARIABLE) -> None:
    """End all processes that have a mark, and those that they start meanwhile.

    Args:
        mark: the mark.
        variable: the name that it has there.
    """
    while left := marked(mark, variable):
        for process in left:
            with suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(
            left, timeout=0.1
        )  # one that nobody waits for remains, without a mark


if __name__ == "__main__":
    sys.stdin.read()
    end(sys.argv[1])
