"""Run a program under strace, and read what that has written down."""

import os
import re
import subprocess
import sys
from pathlib import Path

from calls import Calls, Unknown

CALL = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\w+)(.*)")
STRACE = ["strace", "-f", "-y", "-xx", "-s", "100000000"]
STRACE += ["-e", "trace=%file,%desc,sync,io_uring_setup"]


def record(command, folder):
    """Run a command in a folder and return the events, oldest first.

    The first is ("start", names, contents): the folder as it was. The
    others change it, or put something on the disk. A line "saved" on
    the program's output is an event, too.
    """
    if command[0] in ("python", "python3"):
        command = [sys.executable, *command[1:]]
    told = Path(f"{folder}.calls")
    calls = Calls(folder)
    done = subprocess.run(
        [*STRACE, "-o", told, *command],
        cwd=folder,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    text = told.read_text("ascii")
    if "exited with" not in text:
        raise SystemExit(f"strace cannot trace here: {done.stderr}")
    if done.returncode:
        raise SystemExit(f"{command} failed: {done.stderr}")
    for line, begun in complete(text.splitlines(), calls.list):
        ended = len(calls.list)
        calls.call(*CALL.fullmatch(line).groups())
        if begun < ended < len(calls.list):
            raise Unknown("two calls that change files, at once")
    return calls.list


def complete(lines, events):
    """Yield each call, and how many events there were as it began.

    Where another process comes between, strace writes two lines.
    """
    waiting = {}
    for line in lines:
        process = line.split()[0]
        if line.endswith("<unfinished ...>"):
            begun = line.removesuffix("<unfinished ...>")
            waiting[process] = (begun, len(events))
        elif " resumed>" in line:
            begun, count = waiting.pop(process)
            yield begun + line.partition(" resumed>")[2], count
        elif CALL.fullmatch(line):
            yield line, len(events)
