"""The judge of each exercise tells answers that survive from those that do not."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from press.pack import archives
from twicetold.base.project import Project
from twicetold.read import page
from twicetold.read.model import OUTPUT
from web.build import pages

PROJECT = Project(Path(__file__).parents[2])
ANSWERS = tomllib.loads(Path(__file__).with_name("answers.toml").read_text("utf-8"))
KEYS = [
    PROJECT.key(path) for path in PROJECT.pages() if "## Exercise:" in path.read_text("utf-8")
]
SURVIVES, NOT_YET = "It survives.\n", "It does not survive yet.\n"


@pytest.fixture
def of_page(key: str, tmp_path: Path) -> Path:
    """The folder that the programs of a page share, as they find it."""
    for file in page.read(PROJECT, PROJECT.page(key)).files:
        path = tmp_path / "page" / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        if file.kind != OUTPUT:
            path.write_bytes(file.data)
    return tmp_path / "page"


def replaced(key: str, answer: dict[str, Any]) -> str:
    """Return a program of the page as an answer changes it."""
    text = (PROJECT.snippets / key / f"{answer['of']}.py").read_text("utf-8")
    assert text.count(answer["old"]) == 1, f"{key}: {answer['of']}.py: {answer['old']}"
    return text.replace(answer["old"], answer["new"])


def python(*arguments: str | int | Path, folder: Path | None = None) -> str:
    """Return what Python prints; it must succeed, and leave no compiled modules behind."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, *map(str, arguments)]
    happened = subprocess.run(
        command, capture_output=True, text=True, env=environment, cwd=folder
    )
    assert not happened.returncode, happened.stderr
    return happened.stdout


def written(key: str, folder: Path) -> list[tuple[Path, str]]:
    """Write all answers of an exercise; return each with what its judge must say."""
    of_page = PROJECT.snippets / key
    published = (of_page / "judge.out").read_text("utf-8")
    found = [(of_page / "exercise.py", published), (of_page / "solution.py", SURVIVES)]
    for kind, end in (("right", SURVIVES), ("wrong", "")):
        for number, answer in enumerate(ANSWERS[key][kind]):
            path = folder / f"{kind}{number}.py"
            path.write_text(replaced(key, answer), "utf-8")
            found.append((path, end or answer["says"]))
    return found


def fits(said: str, wanted: str) -> bool:
    """Return whether a judge says what it must, and no more than one of the two ends."""
    return wanted in said and said.endswith(NOT_YET) is (wanted != SURVIVES)


@pytest.mark.parametrize("key", KEYS)
def test_a_judge_tells_what_survives_from_what_does_not(
    key: str, of_page: Path, tmp_path: Path
) -> None:
    for path, wanted in written(key, tmp_path):
        assert fits(verdict := python(of_page / "judge.py", path), wanted), verdict


# Ends where another copy of the folder would be made, with all that is not yet written.
KILL = """
import os, shutil, sys
sys.path.insert(0, sys.argv.pop(1))
import trial
left = int(sys.argv.pop())
def kill(*_):
    global left
    left -= 1
    if not left:
        os._exit(0)
shutil.copytree = kill
trial.copying("exercise.py", "../unused")
"""


@pytest.mark.parametrize("key", ["tutorial/remember", "sqlite/migrate"])
def test_a_copy_of_the_folder_is_what_a_kill_leaves(
    key: str, of_page: Path, tmp_path: Path
) -> None:
    def begun(name: str) -> Path:
        (tmp_path / name).mkdir()
        shutil.copy(of_page / "exercise.py", tmp_path / name)
        return tmp_path / name

    def files(folder: Path) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    python(of_page / "trial.py", "exercise.py", tmp_path / "copies", folder=begun("whole"))
    copies = sorted((tmp_path / "copies").iterdir())
    assert len(copies) > 2
    for number, copy in enumerate(copies, 1):
        killed = begun(f"killed{number}")
        python("-c", KILL, of_page, number, folder=killed)
        assert files(killed) == files(copy), copy.name


@pytest.mark.parametrize("key", KEYS)
def test_what_exercises_share_is_in_each_archive_and_in_the_folder_in_a_browser(
    key: str,
) -> None:
    shared = (PROJECT.snippets / "shared" / "trial.py").read_bytes()
    read = page.read(PROJECT, PROJECT.page(key))
    site: Any = SimpleNamespace(project=PROJECT, url="")
    of_site: Any = SimpleNamespace(heading="", address="")
    assert archives.contents(site, of_site, key)["programs/trial.py"] == shared
    assert pages.files(read)["trial.py"] == shared.decode()
    assert [each.name for each in read.examples].count("trial.py") == 1


def test_each_exercise_has_answers_of_both_kinds() -> None:
    assert sorted(ANSWERS) == sorted(KEYS)
    few = [key for key, of in ANSWERS.items() if len(of["wrong"]) < 2 or not of["right"]]
    assert not few
