"""Write onto the card of each program which one it is: its page, its name and its digest.

Scripts, steps and tests read that, and hold what is displayed to it. Where nothing is written,
as by a generator without hooks, they go by what is displayed. So it is while MkDocs serves:
each edit would read all pages again.
"""

import importlib.util
import re
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig

_FENCE = re.compile(r"^([ \t]*`{3,})[ \t]*(\w+)[ \t]+(title=.+?)[ \t]*$")
_build: list[str] = []  # the command, if it is a build
_UNFIT = re.compile(r"[\"&<>{}]")  # what would end an attribute


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Begin to write, unless MkDocs begins to serve or what reads pages is not installed."""
    writes = command != "serve" and importlib.util.find_spec("twicetold")
    _build[:] = [command] if writes else []


def on_page_markdown(markdown: str, *, page: Any, config: MkDocsConfig, files: Any) -> str:
    """Return a page's text with the identity of each program at its fence."""
    if not _build:
        return markdown
    from twicetold.base.project import Project
    from twicetold.read import page as pages

    project = Project(Path(config.config_file_path).parent)
    path = Path(page.file.abs_src_path or "")  # of a page that a plugin makes there is none
    source = path.read_text("utf-8-sig") if path.is_relative_to(project.docs) else ""
    if not source.endswith(markdown):
        return markdown
    above = source.count("\n") - markdown.count("\n")  # the lines of the front matter
    lines = markdown.split("\n")
    read = pages.read(project, path)
    for number, name, sha256 in programs(read):
        fence = _FENCE.match(lines[number - above - 1])
        if fence and not _UNFIT.search(f"{read.key}{name}"):
            ticks, language, options = fence.groups()
            written = f'data-key="{read.key}" data-name="{name}" data-digest="{sha256}"'
            lines[number - above - 1] = f"{ticks}{{.{language} {options} {written}}}"
    return "\n".join(lines)


def programs(read: Any) -> list[tuple[int, str, str]]:
    """Return the line, the name and the digest of each program shown, and of each part.

    Args:
        read: the page, as the engine reads it.
    """
    from twicetold.base.digest import digest
    from twicetold.receipts import receipt

    found = [(each.line, each.title, receipt.digest_of(each)) for each in read.examples]
    whole = {f"{read.key}/{each.name}": each for each in reversed(read.examples)}
    for part in read.sections:
        if part.path in whole:
            found.append((part.line, whole[part.path].title, digest(part.text)))
    return found
