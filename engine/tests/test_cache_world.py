"""Every page is run again if what all of them are run with is altered; shell is followed."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace

import pytest

import twicetold
from twicetold.base.project import Project
from twicetold.cache import shell, world
from twicetold.run import folder


class Tomorrow(datetime):
    """What says that it is a day later."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Tomorrow":
        return super().now(tz) + timedelta(days=1)


TOMORROW = SimpleNamespace(datetime=Tomorrow, UTC=UTC)
OF_THE_WORLD: dict[str, Callable[[pytest.MonkeyPatch, Path], object]] = {
    "the interpreter": lambda patch, base: patch.setattr(sys, "version", "3.99.0"),
    "where it is": lambda patch, base: patch.setattr(sys, "executable", str(base / "python")),
    "the engine": lambda patch, base: (base / "engine" / "cli.py").write_text("2", "utf-8"),
    "a package": lambda patch, base: (base / "packages/a-1.dist-info").rename(
        base / "packages/a-2.dist-info"
    ),
    "a package, installed again": lambda patch, base: (
        base / "packages/a-1.dist-info/RECORD"
    ).write_text("22", "utf-8"),
    "a file that changes the path": lambda patch, base: (base / "packages/a.pth").touch(),
    "a variable that programs get": lambda patch, base: patch.setenv("LD_LIBRARY_PATH", "/a"),
    "PATH": lambda patch, base: patch.setenv("PATH", f"{base}:{os.environ['PATH']}"),
    "a lock": lambda patch, base: (base / "requirements.txt").write_text("a==1", "utf-8"),
    "the day": lambda patch, base: patch.setattr(world, "datetime", TOMORROW),
    "the processors": lambda patch, base: patch.setattr(os, "cpu_count", lambda: 99),
    "the user": lambda patch, base: patch.setattr(os, "getuid", lambda: 99),
    "the guard": lambda patch, base: (base / "engine/guard.py").touch(),
}


@pytest.mark.parametrize("what", OF_THE_WORLD)
def test_whatever_of_the_machine_is_altered_every_page_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    for name in ("engine/cli.py", "packages/a-1.dist-info/RECORD"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("1", "utf-8")
    monkeypatch.setattr(twicetold, "__file__", str(tmp_path / "engine/__init__.py"))
    monkeypatch.setattr("site.getsitepackages", lambda: [str(tmp_path / "packages")])
    project = Project(tmp_path)
    before = world.digest(project)
    assert world.digest(project) == before
    OF_THE_WORLD[what](monkeypatch, tmp_path)
    assert world.digest(project) != before


def test_what_all_programs_are_given_is_in_the_digest_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = world.digest(Project(tmp_path))
    monkeypatch.setattr(folder, "_KEPT", (*folder._KEPT, "KEPT_TOO"))
    monkeypatch.setenv("KEPT_TOO", "1")
    assert world.digest(Project(tmp_path)) != before


@pytest.mark.parametrize("line", ["network = true", 'warnings = "default"', "runs = 1"])
def test_a_setting_that_decides_how_programs_run_is_in_it(tmp_path: Path, line: str) -> None:
    before = world.digest(Project(tmp_path))
    (tmp_path / "pyproject.toml").write_text(f"[tool.twicetold]\n{line}\n", "utf-8")
    assert world.digest(Project(tmp_path)) != before


@pytest.mark.parametrize(
    ("text", "is_followed"),
    [
        ("python write.py\n", True),
        ("set -e\nmkdir -p a && python -m zipfile -l a.zip | sort\n# a remark: $(x)\n", True),
        ("python -I write.py\n", False),
        ("git status\n", False),
        ("cat /etc/passwd\n", False),
        ("cat ../a\n", False),
        ("echo $(id)\n", False),
        ("echo `id`\n", False),
        ("ls ~\n", False),
        ("PATH=. python write.py\n", False),
        ("export PATH=.\n", False),
        ("python write.py > out.txt 2>&1\n", True),
        ("cat < a\n", False),
        ("for a in b; do echo; done\n", False),
    ],
)
def test_a_shell_program_is_followed_only_if_all_of_it_is_known(
    text: str, is_followed: bool
) -> None:
    assert (shell.unknown(text) == "") == is_followed
