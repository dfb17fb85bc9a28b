"""A build, and an edit until it is served, cost what the budget allows."""

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import build

ROOT = Path(__file__).parent.parent
BUDGETS = tomllib.loads((ROOT / "budgets.toml").read_text("utf-8"))
# MkDocs looks for changes every 0.5 s, and waits 0.1 s for more of them.
WAITING = 0.6


@pytest.mark.skipif(os.name == "nt", reason="Windows tells no processor time of a child")
def test_a_strict_build_costs_no_more_than_its_budget(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    before = os.times()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    after = os.times()
    assert done.returncode == 0, done.stderr
    spent = after.children_user - before.children_user
    most = BUDGETS["build"]["processor_seconds"]
    figure(f"a strict build: {spent:.2f} s of processor time; at most {most}")
    assert spent <= most


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the time in /proc")
def test_an_edit_is_served_within_its_budget(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    build.copy(tmp_path)
    with build.serving(tmp_path) as server:
        before = processor_seconds(server.process)
        build.edit(tmp_path, server, "program", 1)
        spent = processor_seconds(server.process) - before
    most = BUDGETS["edit"]["seconds"]
    figure(
        f"an edit: {spent:.2f} s of processor time and {WAITING} s of waiting; at most {most} s"
    )
    assert spent + WAITING <= most


def processor_seconds(process: int) -> float:
    """Return what a process has had of the processors, by itself and for the system."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")
