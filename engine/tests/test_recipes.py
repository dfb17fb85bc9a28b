"""Each recipe of RECIPES.md does what it says: its files, its commands, and what they print."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import recipes
from recipes import RECIPES, Recipe

SCREEN = 28  # lines
ENGINE = Path(__file__).parents[1]
_OURS = re.compile(
    r'pip install "twicetold\[([\w,]+)\] @ git\+(https:[\w./-]+)#subdirectory=(\w+)"'
    r"( pytest-[\w-]+)?"
)
# What this environment need not have: a test of its own runs each where it is installed.
ELSEWHERE = ("pip install ", "zensical ", "sphinx-build ")


def built(name: str, program: str | None, folder: Path) -> None:
    """Do what a recipe says, then type its command for a generator that is elsewhere."""
    recipe = named(name)
    assert follow(recipe, folder) == []
    (command,) = (c for c, _ in recipe.commands if c.startswith(ELSEWHERE[1:]))
    words = [program or pytest.fail(f"no {command.split()[0]} here"), *command.split()[1:]]
    done = subprocess.run(words, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (page,) = (folder / "site").rglob("index.html")
    assert "<h1" in page.read_text("utf-8")


def named(name: str) -> Recipe:
    """Return the recipe with a heading."""
    return next(each for each in RECIPES if each.name == name)


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
    for command in re.findall(r"pip install .*", recipes.PAGE.read_text("utf-8")):
        said = _OURS.fullmatch(command)
        assert said, command
        assert {*said[1].split(",")} <= declared["optional-dependencies"].keys()
        assert said[2] in (ENGINE.parent / "mkdocs.yml").read_text("utf-8")
        assert said[3] == ENGINE.name


def test_the_hook_is_green_for_what_is_known_and_red_for_worse(tmp_path: Path) -> None:
    recipe = named("pre-commit")
    assert follow(recipe, tmp_path) == []
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    alone = os.environ | {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PATH": path}

    def typed(*command: str) -> tuple[int, str]:
        done = subprocess.run(
            command, cwd=tmp_path, env=alone, capture_output=True, encoding="utf-8", check=False
        )
        return done.returncode, done.stdout

    def committed() -> tuple[int, str]:
        """Run the hook on all files, as git does if all of them are in a commit."""
        typed("git", "add", "docs", "*.yaml", "*.toml", "*.json")
        return typed(sys.executable, "-m", "pre_commit", "run", "--all-files")

    typed("git", "init", "--quiet")
    status, said = committed()
    assert (status, "Passed" in said) == (0, True), said
    (tmp_path / "docs" / "new.md").write_text("```python\n1 / 0\n```\n", "utf-8")
    status, said = committed()
    assert status == 1
    assert "\ndocs/new.md:1: raised: line 1: " in said


def test_the_workflow_does_what_the_site_s_own_do(tmp_path: Path) -> None:
    recipe = named("GitHub")
    ((name, text),) = recipe.files.items()
    workflow = yaml.safe_load(text)
    own = [each.read_text("utf-8") for each in (ENGINE.parent / ".github").rglob("*.yml")]
    pinned = {line.split()[-1] for text in own for line in text.splitlines() if "uses:" in line}
    assert name.startswith(".github/workflows/")
    assert workflow["permissions"] == {"contents": "read"}
    assert follow(recipe, tmp_path) == []
    (job,) = workflow["jobs"].values()
    uses = {step["uses"] for step in job["steps"] if "uses" in step}
    assert uses and uses <= pinned
    for command in (step["run"] for step in job["steps"] if "run" in step):
        if _OURS.fullmatch(command) is None:
            assert recipes.typed(command, tmp_path)[0] == 0, command
