"""Each recipe of RECIPES.md does what it says: its files, its commands, and what they print."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

import recipes
from recipes import HEAD, RECIPES, Recipe

SCREEN = 28  # lines
ENGINE = Path(__file__).parents[1]
_OURS = re.compile(
    r'pip install "twicetold\[([\w,]+)\] @ git\+(https:[\w./-]+)#subdirectory=(\w+)"'
)
# What this environment need not have: a test of its own runs each where it is installed.
ELSEWHERE = ("pip install ", "zensical ", "sphinx-build ")


def built(name: str, program: str | None, folder: Path) -> None:
    """Do what a recipe says, then type its command for a generator that is elsewhere."""
    recipe = next(each for each in RECIPES if each.name == name)
    assert follow(recipe, folder) == []
    (command,) = (c for c, _ in recipe.commands if c.startswith(ELSEWHERE[1:]))
    words = [program or pytest.fail(f"no {command.split()[0]} here"), *command.split()[1:]]
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (page,) = (folder / "site").rglob("index.html")
    assert "<h1" in page.read_text("utf-8")


def follow(recipe: Recipe, folder: Path) -> list[str]:
    """Do what a recipe says in a folder; return what went otherwise than it says."""
    recipe.write(folder)
    wrong = []
    for command, output in recipe.commands:
        if command.startswith(ELSEWHERE):
            continue
        status, said = recipes.typed(command, folder)
        if output is None and status:
            wrong.append(f"$ {command}\nexit status {status}\n{said}")
        elif output is not None and said != output:
            wrong.append(f"$ {command}\n{said}instead of\n{output}")
    return wrong


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_a_recipe_prints_what_it_shows(recipe: Recipe, tmp_path: Path) -> None:
    assert recipe.commands
    assert follow(recipe, tmp_path) == []


@pytest.mark.nightly
def test_zensical_builds_the_site_of_its_recipe(tmp_path: Path) -> None:
    folder = ENGINE.parent / ".venv" / "portable" / ("Scripts" if os.name == "nt" else "bin")
    built("Zensical", shutil.which("zensical", path=str(folder)), tmp_path)


@pytest.mark.needs("sphinx")
@pytest.mark.parametrize("markup", ["MyST", "reStructuredText"])
def test_sphinx_builds_the_site_of_its_recipe(markup: str, tmp_path: Path) -> None:
    built(f"Sphinx with {markup}", shutil.which("sphinx-build"), tmp_path)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.name)
def test_a_recipe_is_one_screen(recipe: Recipe) -> None:
    assert recipe.lines <= SCREEN


def test_what_a_recipe_does_not_print_is_seen(tmp_path: Path) -> None:
    text = "## A\n```console\n$ echo a\nb\n$ echo c\nc\n```\n```sh\nfalse\n```\n"
    wrong = follow(recipes.read(text)[1], tmp_path)
    assert [each.split("\n")[0] for each in wrong] == ["$ echo a", "$ false"]


def test_a_fence_that_no_recipe_may_have_is_seen() -> None:
    with pytest.raises(ValueError, match="line 2: what is a fence of 'bash'"):
        recipes.read("Text\n```bash\nls\n```\n")


def test_what_is_installed_is_this_engine_with_extras_that_it_has() -> None:
    declared = tomllib.loads((ENGINE / "pyproject.toml").read_text("utf-8"))["project"]
    install = [command for command, _ in HEAD.commands]
    install += [c for recipe in RECIPES for c, _ in recipe.commands if "twicetold[" in c]
    for command in install:
        said = _OURS.fullmatch(command)
        assert said, command
        assert {*said[1].split(",")} <= declared["optional-dependencies"].keys()
        assert said[2] in (ENGINE.parent / "mkdocs.yml").read_text("utf-8")
        assert said[3] == ENGINE.name
