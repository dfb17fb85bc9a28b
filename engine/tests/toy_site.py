"""A site of one page in a folder of its own, and the tool run on it."""

import json
import os
import shutil
import subprocess
from contextlib import chdir
from importlib.metadata import entry_points
from pathlib import Path

from mkdocs.commands import build as mkdocs
from mkdocs.config import load_config

import warm_tool

# What else is installed here and is a plugin of pytest would be loaded at each of its starts.
_OURS = ("twicetold", "codeblocks", "xdist", "xdist.looponfail")
_OTHERS = [each.name for each in entry_points(group="pytest11") if each.name not in _OURS]
NO_OTHERS = " ".join(f"-p no:{name}" for name in _OTHERS)


def program(page: str, name: str, output: str = "", title: str = "Output") -> str:
    """Return the blocks of a page that embed a program, and its output if there is one.

    Args:
        page: the page's key.
        name: the program's, without its ending.
        output: the output's, without its ending.
        title: above the output, or nothing.
    """
    shown = f'```python title="{name}.py"\n--8<-- "{page}/{name}.py"\n```\n'
    if not output:
        return shown
    head = f'```text title="{title}"' if title else "```text"
    mark = "<!--pytest-codeblocks:expected-output-->"
    return f'{shown}\n{mark}\n{head}\n--8<-- "{page}/{output}.out"\n```\n'


PAGE = f"""---
title: Notes
---

# Notes

{program("notes", "write")}
{program("notes", "read", "read")}"""
WRITE = """from pathlib import Path

Path("note.txt").write_text("kept", encoding="utf-8")
"""
READ = """from pathlib import Path

print(Path("note.txt").read_text(encoding="utf-8"))
"""
CONFIG = f"""site_name: Notes

nav:
  - notes.md

theme:
  name: null
  custom_dir: {json.dumps(str(Path(__file__).with_name("theme")))}

plugins: []

markdown_extensions:
  - pymdownx.highlight:
      pygments_lang_class: true
      stripnl: false
  - pymdownx.superfences:
      preserve_tabs: true
  - pymdownx.snippets:
      base_path: [snippets]
      check_paths: true
"""
SETTINGS = """[tool.twicetold]
programs = "snippets"
renew = "make outputs PAGE={page}"
record = "make test"
prove = "make build"
brought = ["web/proven.json"]
gathered = "docs/assets/proven/receipts.json"
"""


def make(folder: Path) -> None:
    """Make a site of one page, on which one program writes and another reads."""
    (folder / "docs").mkdir()
    (folder / "snippets" / "notes").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (folder / "pyproject.toml").write_text(SETTINGS, "utf-8")
    (folder / "docs" / "notes.md").write_text(PAGE, "utf-8")
    for name, text in (("write.py", WRITE), ("read.py", READ), ("read.out", "kept\n")):
        put(folder, name, text)


def put(folder: Path, name: str, text: str) -> None:
    """Write a program of the page."""
    (folder / "snippets" / "notes" / name).write_text(text, "utf-8")


def add_page(folder: Path, key: str) -> None:
    """Add a page like the first one."""
    (folder / "docs" / f"{key}.md").write_text(PAGE.replace("notes/", f"{key}/"), "utf-8")
    shutil.copytree(folder / "snippets" / "notes", folder / "snippets" / key)
    config = folder / "mkdocs.yml"
    nav = config.read_text("utf-8").replace("nav:\n", f"nav:\n  - {key}.md\n")
    config.write_text(nav, "utf-8")


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run `python -m …` in a folder."""
    outer = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "CI"))}
    ours = outer | {"NO_MKDOCS_2_WARNING": "1", "PYTEST_ADDOPTS": NO_OTHERS}
    return warm_tool.run(folder, arguments, ours)


def build(folder: Path) -> None:
    """Build the site in a folder, here: a process of its own would load the theme again."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with chdir(folder):
        config = load_config("mkdocs.yml", strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs.build(config)


def collect(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run pytest on the site in a folder."""
    # What is imported already can't have its assertions rewritten, of which pytest warns.
    options = ("-p", "no:cacheprovider", "--assert=plain", "--rootdir", str(folder))
    return run(folder, "pytest", *options, *arguments)


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    command = ["git", *who, "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()
