"""All that a machine can have of a lock is installed, with uv or with pip."""

import re
import sys
from pathlib import Path

import pytest

from ops.tools import packages

LOCK = "one==1 \\\n    --hash=sha256:1\n    # via x\ntwo==2\nthree-3==3\n"


@pytest.mark.parametrize(
    ("works", "whole", "asked", "left"),
    [
        (["uv all"], False, ["uv all"], []),
        (["pip all"], False, ["uv all", "pip all"], []),
        ([], True, ["uv all", "pip all"], ["lock.txt"]),
        (["one", "three-3"], False, ["uv all", "pip all", "one", "two", "three-3"], ["two"]),
    ],
)
def test_of_a_lock_all_is_installed_that_can_be(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    works: list[str],
    whole: bool,
    asked: list[str],
    left: list[str],
) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text(LOCK, "utf-8")
    tried = []

    def installed(tool: tuple[str, ...], *arguments: str, quiet: bool = False) -> bool:
        text = Path(arguments[-1]).read_text("utf-8")
        name = next((n for n, part in packages.split(LOCK).items() if part == text), "")
        tried.append(name or f"{tool[0]} all")
        return tried[-1] in works

    monkeypatch.setattr(packages, "_has_uv", lambda: True)
    monkeypatch.setattr(packages, "_installed", installed)
    assert packages.install(lock, whole) == left
    assert tried == asked


def test_uv_is_installed_where_it_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """From the lock, so by its hash."""
    monkeypatch.setattr(sys, "executable", "false")
    monkeypatch.setattr(packages, "_one", re.compile(r"uv==[\d.]+ \\\n +--hash=sha256:").match)
    assert packages._has_uv()


def test_the_parts_of_a_lock_are_all_of_it() -> None:
    assert "".join(packages.split(LOCK).values()) == LOCK
