"""Try the ways that a program has of saving, each in a new folder."""

import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from power_loss import count, heads, row


def try_ways(program, ways):
    """Print what is counted of each way, some of them at a time.

    Args:
        program: the file, which has the function check(), too.
        ways: by name, what to pass to the program and to check().
    """
    path = Path(program).resolve()
    heads()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counted = pool.map(
            lambda way: try_way(path, *way), ways.values()
        )
        for name, counts in zip(ways, counted, strict=True):
            row(name, counts)


def try_way(program, arguments, check):
    """Let a program save old data; count as it saves the new."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "folder")
        folder.mkdir()
        command = [sys.executable, program, *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(
            [*command, "old"], cwd=folder, stdout=quiet, check=True
        )
        return count([*command, "new"], folder, [program, *check])
