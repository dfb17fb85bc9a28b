"""A build, and an edit while MkDocs serves, do no more than the budget allows."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from ops.tools.sources import copy

ROOT = Path(__file__).parents[2]
BUDGETS = tomllib.loads((ROOT / "guide" / "lists" / "budgets.toml").read_text("utf-8"))


def counted(folder: Path, *options: str) -> dict[str, dict[str, int]]:
    """Return what the build of sources in a folder does, and after it one edit of each kind."""
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "support" / "counting.py", folder, *options],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sources")
    copy(folder)
    return folder


def size(folder: Path) -> int:
    """Return how many bytes the pages and programs have."""
    files = [*(folder / "docs").rglob("*.md"), *(folder / "snippets").rglob("*.*")]
    return sum(file.stat().st_size for file in files if file.is_file())


@pytest.fixture(scope="module")
def counts(sources: Path) -> dict[str, dict[str, int]]:
    return counted(sources, "calls")


def test_a_build_calls_and_imports_no_more_than_its_budget(
    sources: Path, counts: dict[str, dict[str, int]], figure: Callable[[str], None]
) -> None:
    built, most = counts["build"], BUDGETS["build"]
    calls, at_most = built["calls"] * 1000 // size(sources), most["calls_per_kilobyte"]
    figure(f"a build: {calls} calls of functions a kilobyte of sources; at most {at_most}")
    figure(f"a build: {built['modules']} modules imported; at most {most['modules']}")
    assert calls <= at_most
    assert built["modules"] <= most["modules"]


@pytest.mark.parametrize("edited", ["page", "program"])
def test_an_edit_renders_no_page_but_the_edited(
    counts: dict[str, dict[str, int]], edited: str, figure: Callable[[str], None]
) -> None:
    for name, most in BUDGETS["edit"].items():
        again = counts[edited].get(name, 0)
        figure(f"an edited {edited}: {name} again: {again}; at most {most}")
        assert again <= most


@pytest.mark.nightly
def test_a_build_that_remembers_nothing_is_over_the_budget(
    sources: Path, counts: dict[str, dict[str, int]]
) -> None:
    (sources / "theme" / "hooks" / "remember.py").write_text("", "utf-8")
    again = counted(sources)["program"]
    for name, most in BUDGETS["edit"].items():
        assert again[name] >= counts["build"][name] > most
