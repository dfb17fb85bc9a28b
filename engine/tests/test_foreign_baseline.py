"""From the day of `init` on, only what is worse is red, and what is fixed stays fixed."""

import json
from pathlib import Path

import pytest

from toy_site import run

PAGE = "# A\n\n```python\n1 / 0\n```\n\n```python\nprint(1)\n```\n\n```python\nnowhere\n```\n"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A site of one page on which one block fails and one does not run, after `init`."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(PAGE, "utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "a"\n', "utf-8")
    assert run(tmp_path, "twicetold.cli", "run").returncode == 1
    assert run(tmp_path, "twicetold.cli", "init").returncode == 0
    return tmp_path


def edit(site: Path, old: str, new: str) -> None:
    page = site / "docs" / "a.md"
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")


def kept(site: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((site / "twicetold.json").read_text("utf-8"))["pages"]
    return found


def test_the_settings_are_added_and_nothing_else_is_changed(begun: Path) -> None:
    config = (begun / "pyproject.toml").read_text("utf-8")
    assert config.startswith('[project]\nname = "a"\n')
    assert 'programs = "any"' in config and (begun / "docs" / "a.md").read_text("utf-8") == PAGE


def test_what_fails_today_is_green_wherever_it_moves(begun: Path) -> None:
    edit(begun, "# A\n", "# A\n\nMore text.\n\n")
    done = run(begun, "twicetold.cli", "run")
    assert (done.returncode, "1 known, 0 fixed, 0 worse" in done.stdout) == (0, True)


def test_a_new_failure_is_red(begun: Path) -> None:
    edit(begun, "print(1)", "print(1)\n#> 2")
    done = run(begun, "twicetold.cli", "run")
    assert (done.returncode, "docs/a.md:7: output differs" in done.stdout) == (1, True)
    assert "docs/a.md:3" not in done.stdout


def test_the_same_failure_twice_is_red_once(begun: Path) -> None:
    edit(begun, "print(1)", "1 / 0")
    done = run(begun, "twicetold.cli", "run")
    assert (done.returncode, "1 known, 0 fixed, 1 worse" in done.stdout) == (1, True)


def test_a_block_that_runs_no_more_is_red(begun: Path) -> None:
    edit(begun, "print(1)", "print(1")
    done = run(begun, "twicetold.cli", "run")
    assert done.returncode == 1
    assert "docs/a.md: 2 of its blocks do not run; before: 1" in done.stdout


def test_what_is_fixed_leaves_the_baseline_and_may_not_come_back(begun: Path) -> None:
    edit(begun, "1 / 0", "1 / 1")
    assert "0 known, 1 fixed, 0 worse" in run(begun, "twicetold.cli", "run").stdout
    assert kept(begun) == {"docs/a.md": {"failed": {}, "not run": 1}}
    edit(begun, "1 / 1", "1 / 0")
    assert run(begun, "twicetold.cli", "run").returncode == 1


def test_what_is_worse_does_not_enter_the_baseline(begun: Path) -> None:
    before = kept(begun)
    edit(begun, "print(1)", "1 / 0 + 1")
    assert run(begun, "twicetold.cli", "run").returncode == 1
    assert kept(begun) == before


def test_a_run_of_one_page_keeps_what_is_known_of_others(begun: Path) -> None:
    (begun / "docs" / "b.md").write_text("```python\nprint(1)\n```\n", "utf-8")
    assert run(begun, "twicetold.cli", "run", "docs/b.md").returncode == 0
    assert list(kept(begun)) == ["docs/a.md"]


def test_pages_of_the_engine_s_own_kind_have_no_baseline(notes: Path) -> None:
    done = run(notes, "twicetold.cli", "init")
    assert (done.returncode, 'programs = "any"' in done.stderr) == (2, True)
