"""The recipes of RECIPES.md: the files that each shows, and the commands that it types."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt

from toy_site import run

PAGE = Path(__file__).parents[1] / "RECIPES.md"
_TITLE = re.compile(r'(\w+) title="(.+)"')
# Such a command is run in a fork that has it imported already; any other, by a shell.
_OURS = re.compile(r'(twicetold|mkdocs) ([^;|&$]*)(; echo "exit status \$\?")?')


@dataclass
class Recipe:
    """A section of the page.

    Args:
        name: its heading.
        lines: how many lines of the page it has, without the empty ones.
        files: what it shows as files, by their names.
        commands: what it types, each with what is printed; None if that is not shown.
    """

    name: str
    lines: int = 0
    files: dict[str, str] = field(default_factory=dict)
    commands: list[tuple[str, str | None]] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Write its files into a folder; if it has no page, that of the head of them all."""
        is_page = any(Path(name).suffix in {".md", ".qmd", ".rst"} for name in self.files)
        for name, text in {**({} if is_page else HEAD.files), **self.files}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")


def read(text: str) -> list[Recipe]:
    """Return the sections of a page; the first is its head."""
    tokens = MarkdownIt("commonmark").parse(text)
    found = [Recipe("")]
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            found.append(Recipe(tokens[place + 1].content))
        if token.type != "fence":
            continue
        if titled := _TITLE.fullmatch(token.info):
            found[-1].files[titled[2]] = token.content
        elif token.info == "sh":
            found[-1].commands += [(line, None) for line in token.content.splitlines()]
        elif token.info == "console":
            for part in re.split(r"^\$ ", token.content, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                found[-1].commands.append((command, output))
        else:
            raise ValueError(
                f"line {(token.map or [0])[0] + 1}: what is a fence of {token.info!r}?"
            )
    for recipe, part in zip(found, re.split(r"^## ", text, flags=re.MULTILINE), strict=True):
        recipe.lines = sum(map(bool, part.splitlines()))
    return found


def typed(command: str, folder: Path) -> tuple[int, str]:
    """Type a command in a folder; return its status, and what is on the screen then."""
    if ours := _OURS.fullmatch(command):
        module = {"twicetold": "twicetold.cli"}.get(ours[1], ours[1])
        done = run(folder, module, *shlex.split(ours[2]))
        said = done.stdout + done.stderr
        return (
            (0, f"{said}exit status {done.returncode}\n")
            if ours[3]
            else (done.returncode, said)
        )
    path = os.pathsep.join(
        [str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]
    )
    shell = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=os.environ | {"PATH": path},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return shell.returncode, shell.stdout


HEAD, *RECIPES = read(PAGE.read_text("utf-8"))
