"""Name each embed of a file or a section that is not there, before anything is built.

MkDocs would end with a traceback that names the page and no line.
"""

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_EMBED = re.compile(
    r'^\s*-+8<-+\s+(["\'])(?P<path>[^"\';:]+?)(:(?P<section>[a-z][-\w]*))?\1\s*$'
)
_START = re.compile(r"8<-+\s*\[\s*start\s*:\s*([-\w]+)\s*\]", re.IGNORECASE)


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Stop the build with one message that names every such embed.

    Raises:
        PluginError: if there is one.
    """
    settings = config.mdx_configs.get("pymdownx.snippets", {})
    root = Path(config.config_file_path).parent
    places = [root / place for place in settings.get("base_path", ["."])]
    found = list(missing(Path(config.docs_dir), places))
    if found:
        raise PluginError("\n".join(["what these pages embed is not there:", *found]))


def missing(docs: Path, places: list[Path]) -> Iterator[str]:
    """Yield a message for each embed of what is not there.

    Args:
        docs: the folder with the pages.
        places: the folders in which embedded files are looked for.
    """
    for page in sorted(docs.rglob("*.md")):
        for number, line in enumerate(page.read_text("utf-8").split("\n"), 1):
            match = _EMBED.match(line)
            if match and (problem := _problem(match["path"], match["section"], places)):
                where = f"{docs.name}/{page.relative_to(docs).as_posix()}"
                yield f"{where}:{number}: {problem}"


def _problem(path: str, section: str | None, places: list[Path]) -> str | None:
    file = next((place / path for place in places if (place / path).is_file()), None)
    if file is None:
        known = [
            each.relative_to(place).as_posix()
            for place in places
            for each in place.rglob("*.*")
        ]
        return f'no file "{path}"{_near(path, known)}'
    if section:
        sections = _START.findall(file.read_text("utf-8", "replace"))
        if section not in sections:
            return f'no section "{section}" in {path}{_near(section, sections)}'
    return None


def _near(wanted: str, known: list[str]) -> str:
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.5)
    return f'; did you mean "{near[0]}"?' if near else ""
