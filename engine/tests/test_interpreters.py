"""The CPythons of a machine are found, and each is tried whatever becomes of the others."""

import subprocess
import sys
from pathlib import Path

import pytest

from twicetold import verbs
from twicetold.base.project import Project
from twicetold.versions import interpreters, matrix
from twicetold.versions.interpreters import Interpreter


def test_without_any_tool_for_it_the_running_python_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("findpython.providers.ALL_PROVIDERS", {})
    ours = interpreters.ask(Path(sys.executable))
    assert interpreters.find() == [ours]


@pytest.mark.skipif(sys.platform == "win32", reason="it makes links")
@pytest.mark.parametrize("place", ["3.13.0/bin/python3", "3.13.0/python"])
def test_what_pyenv_installed_is_found_on_any_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    program = tmp_path / "versions" / place  # pyenv-win has no bin
    program.parent.mkdir(parents=True)
    program.symlink_to(sys.executable)
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert program in list(interpreters._paths())


def test_an_environment_names_the_python_that_it_was_made_with() -> None:
    ours = interpreters.ask(Path(sys.executable))
    assert ours is not None
    again = interpreters.ask(ours.path)
    assert again == ours


def test_one_python_whose_packages_do_not_install_does_not_end_the_others(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (notes / "requirements.txt").touch()
    broken = Interpreter(notes / "broken", "3.15.0", False, ("dumb",))
    sound = Interpreter(Path(sys.executable), "3.11.7", False, ("dumb",))
    monkeypatch.setattr(interpreters, "find", lambda: [broken, sound])
    run, tried = matrix.run, []

    def tried_too(project: Project, each: Interpreter) -> int:
        if each is broken:
            return run(project, each)
        tried.append(each)
        return 0

    monkeypatch.setattr(matrix, "run", tried_too)
    broken.path.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    broken.path.chmod(0o755)
    assert verbs.on_receipts(Project(notes), "matrix") == 1
    said = capfd.readouterr()
    assert tried == [sound]
    assert "failed on: 3.15 (no environment)" in said.out
    assert f"no environment for it: {broken.path} -m venv" in said.err


def test_a_python_that_can_not_be_started_does_not_end_the_others(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (notes / "requirements.txt").touch()
    gone = Interpreter(notes / "gone", "3.15.0", False, ("dumb",))
    monkeypatch.setattr(interpreters, "find", lambda: [gone])
    assert verbs.on_receipts(Project(notes), "matrix") == 1
    assert "failed on: 3.15 (no environment)" in capfd.readouterr().out


def test_a_failed_install_is_not_taken_for_a_finished_one(
    notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (notes / "requirements.txt").write_text("nowhere==0\n", "utf-8")
    ours = Interpreter(Path(sys.executable), "3.11.7", False, ("dumb",))
    calls: list[list[str]] = []

    def fails(command: list[str], **options: object) -> None:
        calls.append(command)
        if "install" in command:
            raise subprocess.CalledProcessError(1, command)
        (notes / ".venv-3.11").mkdir(exist_ok=True)

    monkeypatch.setattr(subprocess, "run", fails)
    for _ in range(2):
        with pytest.raises(subprocess.CalledProcessError):
            matrix.environment(Project(notes), ours)
    assert len(calls) == 4
