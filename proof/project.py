"""Where the parts of a site are: its pages, programs, navigation and built HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, in which tags such as `!!python/name:` and `!ENV` may stand."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


# What Python, editors and file managers leave beside what an author writes.
_LITTER = (".DS_Store", "._*", "Thumbs.db", "desktop.ini", "*~", ".*.sw?", ".#*", "#*#")


def litter(path: Path) -> bool:
    """Return whether a file in snippets/ is nobody's work.

    Args:
        path: the file.
    """
    names = any(fnmatchcase(path.name, pattern) for pattern in _LITTER)
    return names or "__pycache__" in path.parts


@dataclass(frozen=True)
class Project:
    """A site's folders.

    Args:
        root: the folder that holds mkdocs.yml, docs/ and snippets/.
    """

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        return self.root / "snippets"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def config_file(self) -> Path:
        return self.root / "mkdocs.yml"

    @cached_property
    def config(self) -> dict[str, Any]:
        """The settings in mkdocs.yml."""
        with self.config_file.open(encoding="utf-8") as file:
            settings: dict[str, Any] = yaml.load(file, _Loader)
        return settings

    @cached_property
    def navigation(self) -> frozenset[str]:
        """The keys of the pages that the navigation lists."""

        def pages(entry: Any) -> Iterator[str]:
            if isinstance(entry, str):
                if entry.endswith(".md"):
                    yield entry.removesuffix(".md")
            elif isinstance(entry, dict):
                for value in entry.values():
                    yield from pages(value)
            elif isinstance(entry, list):
                for value in entry:
                    yield from pages(value)

        if self.config.get("nav") is None:  # MkDocs lists all pages then
            return frozenset(map(self.key, self.pages()))
        return frozenset(pages(self.config["nav"]))

    def pages(self) -> list[Path]:
        """Return the Markdown files under docs/, in order of their paths."""
        return sorted(self.docs.rglob("*.md"))

    def page(self, key: str) -> Path:
        """Return the Markdown file of a page key such as `sqlite/index`."""
        return self.docs / f"{key}.md"

    def key(self, page: Path) -> str:
        """Return a page's path under docs/ without its ending, as in `sqlite/index`."""
        return page.relative_to(self.docs).with_suffix("").as_posix()

    def name(self, path: Path) -> str:
        """Return a path as messages show it: relative to the project, with `/`."""
        return path.relative_to(self.root).as_posix()

    def files(self, key: str) -> list[Path]:
        """Return the files in a page's snippet folder, without what is nobody's work."""
        folder = self.snippets / key
        return sorted(path for path in folder.rglob("*") if path.is_file() and not litter(path))
