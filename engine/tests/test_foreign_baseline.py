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


@pytest.mark.parametrize(
    ("old", "new", "status", "said"),
    [
        ("# A\n", "# A\n\nMore text.\n\n", 0, "1 known, 0 fixed, 0 worse"),
        ("print(1)", "print(1)\n#> 2", 1, "docs/a.md:7: output differs"),
        ("print(1)", "1 / 0", 1, "1 known, 0 fixed, 1 worse"),
        ("print(1)", "print(1", 1, "docs/a.md: 2 of its blocks do not run; before: 1"),
        ("print(1)", "print(1", 1, "docs/a.md:7: fragment: it is not Python"),
    ],
    ids=[
        "a failure that moved",
        "a new failure",
        "the same twice",
        "a block that runs no more",
        "it is named",
    ],
)
def test_what_is_worse_is_red_and_nothing_else(
    begun: Path, old: str, new: str, status: int, said: str
) -> None:
    edit(begun, old, new)
    done = run(begun, "twicetold.cli", "run")
    assert (done.returncode, said in done.stdout) == (status, True), done.stdout
    assert "docs/a.md:3:" not in done.stdout, "that one was known"


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


def test_a_page_that_is_gone_leaves_the_baseline(begun: Path) -> None:
    (begun / "docs" / "a.md").rename(begun / "docs" / "b.md")
    assert run(begun, "twicetold.cli", "run").returncode == 1
    assert kept(begun) == {}


def test_a_folder_called_snippets_does_not_make_pages_the_engine_s_own(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "snippets").mkdir()
    (tmp_path / "docs" / "a.md").write_text(PAGE, "utf-8")
    for verb, status in (("init", 0), ("run", 0), ("init", 0)):
        assert run(tmp_path, "twicetold.cli", verb).returncode == status, verb
    assert list(kept(tmp_path)) == ["docs/a.md"]


@pytest.mark.parametrize("option", ["--receipt", "--skip-unchanged"])
def test_an_option_that_such_pages_do_not_know_is_refused(begun: Path, option: str) -> None:
    done = run(begun, "twicetold.cli", "run", option)
    assert (done.returncode, "are for pages written for this engine" in done.stderr) == (
        2,
        True,
    )


def test_pages_of_the_engine_s_own_kind_have_no_baseline(notes: Path) -> None:
    done = run(notes, "twicetold.cli", "init")
    assert (done.returncode, 'programs = "any"' in done.stderr) == (2, True)


def test_init_of_one_page_keeps_what_is_known_of_the_others(begun: Path) -> None:
    (begun / "docs" / "b.md").write_text("```python\n1 / 0\n```\n", "utf-8")
    assert run(begun, "twicetold.cli", "run").returncode == 1
    assert run(begun, "twicetold.cli", "init", "docs/b.md").returncode == 0
    assert kept(begun).keys() == {"docs/a.md", "docs/b.md"}
    assert run(begun, "twicetold.cli", "run").returncode == 0


def test_init_of_two_folders_asks_for_one(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text(PAGE, "utf-8")
    done = run(tmp_path, "twicetold.cli", "init", "one", "two")
    assert (done.returncode, "one folder" in done.stderr) == (2, True)
    assert not (tmp_path / "pyproject.toml").exists()
