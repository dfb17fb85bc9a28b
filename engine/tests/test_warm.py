"""A fork does not outlive whoever asked for it."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from twicetold.run import choose
from twicetold.run.folder import Folder
from twicetold.run.patience import HANGS

CLIENT = """
import sys
from pathlib import Path
from twicetold.run.folder import Folder
from twicetold.run.cold import Request
from twicetold.run.warm import Server

Server(1, []).run(Request(Folder(Path(sys.argv[1])), "endless.py", limit=600))
"""
ENDLESS = """
with open("alive", "w", buffering=1) as alive:
    alive.write("on\\n")
    while True:
        pass
"""


@pytest.mark.skipif(not choose.available(), reason="forks are used on Linux alone")
def test_a_program_ends_when_the_tests_are_killed(tmp_path: Path) -> None:
    page = Folder(tmp_path).page
    page.mkdir()
    (page / "endless.py").write_text(ENDLESS, "utf-8")
    os.mkfifo(page / "alive")
    with (
        subprocess.Popen([sys.executable, "-c", CLIENT, str(tmp_path)]) as client,
        (page / "alive").open("rb", buffering=0) as alive,
    ):
        assert alive.read(3) == b"on\n"
        client.kill()
        ended, _, _ = select.select([alive], [], [], HANGS)
        assert ended and alive.read() == b"", "the program still runs"
