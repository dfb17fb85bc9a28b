"""Where the parts of a site are: its pages, programs, navigation and built HTML."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

import yaml

from twicetold.base import names, settings
from twicetold.base.settings import Settings

_Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C, ten times as fast


class _Loader(_Safe):  # type: ignore[misc]
    """Reads mkdocs.yml, in which tags such as `!!python/name:` and `!ENV` may be."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class Project:
    """A site's folders.

    Args:
        root: the folder that holds pyproject.toml and mkdocs.yml, where there are such.
    """

    root: Path

    @cached_property
    def docs(self) -> Path:
        return self.root / self.settings.pages

    @cached_property
    def snippets(self) -> Path:
        return self.root / self.settings.snippets

    @cached_property
    def site(self) -> Path:
        return self.root / self.settings.site

    @cached_property
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

    @property
    def is_set(self) -> bool:
        """Whether pyproject.toml has settings for these pages."""
        file = self.root / "pyproject.toml"
        return file.is_file() and "[tool.twicetold]" in file.read_text("utf-8")

    @property
    def is_foreign(self) -> bool:
        """Whether the pages are taken as they are, in any dialect.

        The settings say so, or there are neither settings nor a folder of programs.
        """
        if self.settings.programs == "any":
            return True
        return not self.is_set and not self.snippets.is_dir()

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
        """Return the files and symbolic links in a page's snippet folder.

        Those of other pages, and what systems, editors and Python leave, are not among them.
        """
        found = []
        for place, folders, files in os.walk(self.snippets / key):
            folder = Path(place)
            inside = folder.relative_to(self.snippets)
            if names.is_litter(inside) or self.owner(inside) != key:
                folders.clear()
                continue
            links = (each for each in folders if (folder / each).is_symlink())
            every = (each for each in (*files, *links) if not names.is_litter(PurePath(each)))
            found += [folder / each for each in every]
        return sorted(found)

    def strays(self) -> list[Path]:
        """Return the snippets in a folder that no page has."""
        every = (path.relative_to(self.snippets) for path in self.snippets.rglob("*"))
        found = (path for path in every if not names.is_litter(path))
        strays = (path for path in found if self.owner(path.parent) is None)
        return sorted(
            self.snippets / path for path in strays if (self.snippets / path).is_file()
        )

    def shared(self) -> list[Path]:
        """Return the snippets that several pages may embed."""
        folder = self.snippets / self.settings.shared
        every = folder.rglob("*") if self.settings.shared else ()
        found = (path for path in every if path.is_file())
        return sorted(p for p in found if not names.is_litter(p.relative_to(folder)))

    def is_shared(self, path: str) -> bool:
        """Return whether a path under `snippets` is in the folder of what pages share."""
        return path.partition("/")[0] == self.settings.shared != ""

    def owner(self, folder: PurePath) -> str | None:
        """Return the key of the page that has a folder, or None; empty for what is shared.

        Args:
            folder: relative to that of the snippets.
        """
        if self.is_shared(folder.as_posix()):
            return ""
        keys = (each.as_posix() for each in (folder, *folder.parents))
        return next((key for key in keys if self.page(key).is_file()), None)
