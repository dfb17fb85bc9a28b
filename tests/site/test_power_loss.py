"""The lab of the page on power loss notices what it would miss."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide import cuts, lab
from twicetold.base.project import Project

FOLDER = Path(__file__).parents[2] / "snippets" / "concepts" / "power-loss"


@pytest.mark.needs("strace")
def test_a_call_that_the_recorder_misses_is_an_error(tmp_path: Path) -> None:
    lab = tmp_path / "lab"
    shutil.copytree(FOLDER, lab)
    (lab / "score.txt").write_text("old: 100 points\n", "utf-8")
    calls = lab / "calls.py"
    calls.write_text(calls.read_text("utf-8").replace('"access|', '"access|write|'), "utf-8")
    command = [sys.executable, "power_loss.py", "--", "python", "mine.py"]
    done = subprocess.run(command, cwd=lab, capture_output=True, encoding="utf-8")
    assert done.returncode != 0
    assert "a call that was not seen has changed the folder" in done.stderr


def test_the_lab_tries_the_atomic_write_of_the_page_on_it(project: Project) -> None:
    original = project.snippets / "files" / "atomic-write" / "atomic.py"
    lines = original.read_text("utf-8").splitlines()
    published = [line for line in lines if "--8<--" not in line]
    assert (FOLDER / "atomic.py").read_text("utf-8").splitlines() == published


def test_the_page_on_testing_tries_a_program_with_the_lab_as_it_is(project: Project) -> None:
    renew = "renew it: python -m guide outputs index"
    assert lab.held(project) == lab.programs(project), renew
    assert len(lab.programs(project)) > 10


@pytest.mark.needs("strace")
@pytest.mark.parametrize(("program", "status"), [("mine.py", 1), ("cured.py", 0)])
def test_the_lab_fails_if_something_is_torn_or_lost(
    program: str, status: int, tmp_path: Path
) -> None:
    copied = shutil.copytree(FOLDER, tmp_path / "lab")
    own = tmp_path / "own"
    own.mkdir()
    (own / "score.txt").write_text("old: 100 points\n", "utf-8")
    for name in (program, "atomic.py"):
        shutil.copy(FOLDER / name, own)
    # a module that has the name of one of the lab's, and is the check's own
    (own / "model.py").write_text((FOLDER / "check.py").read_text("utf-8"), "utf-8")
    (own / "look.py").write_text("from model import check\n", "utf-8")
    command: list[str | Path] = [sys.executable, copied / "power_loss.py", "--check", "look.py"]
    done = subprocess.run([*command, "--", "python", program], cwd=own, capture_output=True)
    assert (done.returncode, done.stderr) == (status, b"")


def test_the_tables_of_the_post_are_what_was_counted(project: Project, tmp_path: Path) -> None:
    tables = cuts.tables(project)
    assert (
        "| `append` | 17 | 0 {: data-is=good } | 16 {: data-is=fair } |"
        in tables["cuts-files.md"]
    )
    assert "| 41 of 49 lost {: data-is=fair } |" in tables["cuts-sqlite.md"]
    for name in ("files", "sqlite"):
        printed = (FOLDER / f"{name}.out").read_text("utf-8")
        rows = [line for line in printed.splitlines() if line[-1].isdigit()]
        assert len(cuts.counts(printed)) == len(rows), name

    (tmp_path / "snippets" / "concepts").mkdir(parents=True)
    copied = shutil.copytree(FOLDER, tmp_path / "snippets" / "concepts" / "power-loss")
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(project.root / name, tmp_path)
    changed = (copied / "sqlite.out").read_text("utf-8").replace("0    41", "0    40")
    (copied / "sqlite.out").write_text(changed, "utf-8")
    assert "41 of 49" not in cuts.tables(Project(tmp_path))["cuts-sqlite.md"]


def test_each_sync_of_atomic_write_is_there_for_something(project: Project) -> None:
    counted = cuts.counts((FOLDER / "files.out").read_text("utf-8"))
    without = [name for name in counted if name.startswith("- fsync of")]
    assert len(without) == (FOLDER / "atomic.py").read_text("utf-8").count("os.fsync(")
    bad = {name: torn + lost for name, (_, torn, lost) in counted.items()}
    assert bad["atomic_write"] == 0
    assert all(bad[name] for name in without), bad


def unproven(text: str) -> list[str]:
    """Return each paragraph, row or item on a power cut that links no counted table."""
    parts = re.split(r"\n\n|\n(?=[|-] )", text.partition("\n---\n")[2])
    words = r"power (cut|loss|failure)|power goes|machine stops|crash of the system"
    told = re.compile(words, re.IGNORECASE)
    link = re.compile(r"power-loss\.md#(files|sqlite)")
    parts = [each for each in parts if not each.startswith(("<", "#"))]
    return [each for each in parts if told.search(each) and not link.search(each)]


@pytest.mark.parametrize(
    "key",
    [
        *("choose", "concepts/crashes", "concepts/serialisation", "files/atomic-write"),
        *("files/locks", "how-tested", "sqlite/wal", "tutorial/remember"),
    ],
)
def test_what_is_said_of_a_power_cut_links_what_was_counted(project: Project, key: str) -> None:
    text = project.page(key).read_text("utf-8")
    assert "power-loss.md#" in text
    assert unproven(text) == []
    without = re.sub(r"\]\([^)]*power-loss\.md#[^)]*\)", "]", text)
    assert unproven(without)
