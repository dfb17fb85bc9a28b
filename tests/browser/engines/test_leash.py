"""Nothing is left of an engine whose test was killed, even of a program without an end."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psutil
import pytest

from ops.tools.engines.driven import DRIVEN
from ops.tools.engines.leash import end, marked
from twicetold.run.patience import Patience

ROOT = Path(__file__).parents[3]
HELD = "PDP_HELD"
HOLD = """
import sys
from ops.tools import machine
from ops.tools.engines.opened import opened

machine.use_our_node()
with opened(sys.argv[1]) as engine:
    engine.evaluate("() => { new Worker(URL.createObjectURL(new Blob(['for (;;);']))); }")
    print("it is busy", flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.needs(name)) for name in ("chromium", *DRIVEN)],
)
def test_nothing_is_left_of_an_engine_whose_test_is_killed(name: str) -> None:
    mark = uuid4().hex
    with (
        TemporaryDirectory() as short,
        subprocess.Popen(
            [sys.executable, "-c", HOLD, name],
            cwd=ROOT,
            env={**os.environ, HELD: mark, "TMPDIR": short},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as test,
    ):
        assert test.stdout
        said = test.stdout.readline()
        started = marked(mark, HELD)
        test.kill()
        patience = Patience(30)
        while (left := marked(mark, HELD)) and patience.left():
            psutil.wait_procs(left, timeout=0.1)
        end(mark, HELD)
    assert said == "it is busy\n"
    assert len(started) > 3, "a browser has more processes"
    assert not left
