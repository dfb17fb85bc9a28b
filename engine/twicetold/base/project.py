"""Where the parts of a site are: its pages, programs, navigation and built HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from twicetold.base import names, settings
from twicetold.base.settings import Settings


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, in which tags such as `!!python/name:` and `!ENV` may be."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class Project:
    """A site's folders.

    Args:
        root: the folder that holds pyproject.toml and mkdocs.yml, where there are such.
    """

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / self.settings.pages

    @property
    def snippets(self) -> Path:
        return self.root / self.settings.snippets

    @property
    def site(self) -> Path:
        return self.root / self.settings.site

    @property
    def config_file(self) -> Path:
        return self.root / "mkdocs.yml"

    @cached_property
    def known(self) -> dict[Path, Any]:
        """What was read of the pages, by their paths: a page is read once for a project."""
        return {}

    @cached_property
    def settings(self) -> Settings:
        """What pyproject.toml says in `[tool.twicetold]`."""
        return settings.read(self.root)

    @property
    def inline(self) -> bool:
        """Whether programs may be written in the pages."""
        return self.settings.programs != "snippets"

    @cached_property
    def config(self) -> dict[str, Any]:
        """The settings in mkdocs.yml; none where there is no such file."""
        if not self.config_file.is_file():
            return {}
        with self.config_file.open(encoding="utf-8") as file:
            config: dict[str, Any] = yaml.load(file, _Loader)
        return config

    @cached_property
    def navigation(self) -> tuple[str, ...]:
        """The keys of the pages that the navigation lists, in its order."""

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
            return tuple(map(self.key, self.pages()))
        return tuple(pages(self.config["nav"]))

    @cached_property
    def bases(self) -> tuple[Path, ...]:
        """The folders in which MkDocs looks for what a page embeds."""
        for extension in self.config.get("markdown_extensions") or []:
            if isinstance(extension, dict) and "pymdownx.snippets" in extension:
                options = extension["pymdownx.snippets"] or {}
                named = options.get("base_path", ["."])
                return tuple(
                    self.root / base for base in ([named] if isinstance(named, str) else named)
                )
        return (self.snippets,)

    def pages(self) -> list[Path]:
        """Return the Markdown files of the site, in order of their paths."""
        found = (path for path in self.docs.rglob("*.md") if path.is_file())
        return sorted(p for p in found if not names.is_litter(p.relative_to(self.docs)))

    def page(self, key: str) -> Path:
        """Return the Markdown file of a page key such as `sqlite/index`."""
        return self.docs / f"{key}.md"

    def key(self, page: Path) -> str:
        """Return a page's path in its folder without its ending, as in `sqlite/index`."""
        return page.relative_to(self.docs).with_suffix("").as_posix()

    def name(self, path: Path) -> str:
        """Return a path as messages show it: relative to the project, with `/`."""
        return path.relative_to(self.root).as_posix()

    def files(self, key: str) -> list[Path]:
        """Return the files in a page's snippet folder, but those of other pages.

        What systems, editors and Python leave behind is not among them.
        """
        return [path for path in self._own(key) if path.is_file() and not path.is_symlink()]

    def links(self, key: str) -> list[Path]:
        """Return the symbolic links in a page's snippet folder."""
        return [path for path in self._own(key) if path.is_symlink()]

    def strays(self) -> list[Path]:
        """Return the snippets in a folder that no page has."""
        every = (path for path in self.snippets.rglob("*") if path.is_file())
        return sorted(path for path in every if self._owner(path) is None)

    def shared(self) -> list[Path]:
        """Return the snippets that several pages may embed."""
        folder = self.snippets / self.settings.shared
        every = folder.rglob("*") if self.settings.shared else ()
        found = (path for path in every if path.is_file())
        return sorted(p for p in found if not names.is_litter(p.relative_to(folder)))

    def is_shared(self, path: str) -> bool:
        """Return whether a path under `snippets` is in the folder of what pages share."""
        return path.partition("/")[0] == self.settings.shared != ""

    def _own(self, key: str) -> list[Path]:
        every = (self.snippets / key).rglob("*")
        return sorted(path for path in every if self._owner(path) == key)

    def _owner(self, path: Path) -> str | None:
        """Return the key of the page whose folder holds a file, or None.

        It is empty for litter and for what is shared.
        """
        inside = path.relative_to(self.snippets)
        if names.is_litter(inside) or self.is_shared(inside.as_posix()):
            return ""
        keys = (folder.as_posix() for folder in inside.parents)
        return next((key for key in keys if self.page(key).is_file()), None)
