"""A test that is marked `alone` runs while no other worker runs a test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import time
from pathlib import Path

import pytest

RUNNING = Path("running")


@pytest.fixture(autouse=True)
def running(request):
    own = RUNNING / request.node.name
    own.touch()
    yield
    own.unlink()


def beside(name, seconds=1.0):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if others := [path.name for path in RUNNING.iterdir() if path.name != name]:
            return others
    return []


@pytest.mark.alone
def test_marked():
    assert beside("test_marked") == []


@pytest.mark.parametrize("number", range(8))
def test_other(number):
    beside(f"test_other[{number}]")
"""


@pytest.mark.parametrize("marked", [True, False])
def test_nothing_runs_beside_a_marked_test(tmp_path: Path, marked: bool) -> None:
    (tmp_path / "running").mkdir()
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    written = TESTS if marked else TESTS.replace("@pytest.mark.alone\n", "")
    (tmp_path / "test_them.py").write_text(written, "utf-8")
    options = ("-p", "tests.alone", "-n", "2", "--rootdir", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    failed = "FAILED test_them.py::test_marked" in done.stdout
    assert (done.returncode, failed) == ((0, False) if marked else (1, True)), done.stdout
