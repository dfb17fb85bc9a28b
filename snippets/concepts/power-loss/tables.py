"""Try the ways that a program has of saving, each in a new folder."""

import subprocess
import sys
import tempfile
from pathlib import Path

from power_loss import count, row


def try_way(name, program, *arguments, check=()):
    """Let a program save old data, count as it saves new; print it."""
    program = Path(program).resolve()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "folder")
        folder.mkdir()
        command = [sys.executable, program, *arguments]
        quiet = subprocess.DEVNULL
        subprocess.run(
            [*command, "old"], cwd=folder, stdout=quiet, check=True
        )
        counts = count([*command, "new"], folder, [program, *check])
    row(name, counts)
