"""Remember pages and blocks as rendered, what the search found, and compiled templates.

That is most of a build, and an edit changes little of it. Only for `mkdocs serve`, and only for
its speed: no page depends on it.
"""

import copy
import logging
from functools import wraps
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemBytecodeCache
from markdown import Markdown
from material.plugins.search import plugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from pymdownx.highlight import Highlight

_RESULT = ("content", "toc", "present_anchor_ids", "_title_from_render")
_LOG = logging.getLogger("mkdocs")
_serving: list[bool] = []


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Begin to remember, when MkDocs begins to serve."""
    if command == "serve":
        _serving.append(True)
        Page.render = _pages(Page.render)  # type: ignore[method-assign]
        Highlight.highlight = _blocks(Highlight.highlight)
        plugin.Parser = _sections(plugin.Parser)


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Keep what the theme's templates are compiled to, as long as they are the same."""
    if not _serving:
        return env
    kept = Path(config.config_file_path).parent / ".cache" / "templates"
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept))
    return env


def _pages(render: Any) -> Any:
    """Return MkDocs' `Page.render`, which remembers each page about which it logs nothing."""
    known: dict[str, tuple[str, dict[str, Any], dict[str, dict[str, str]]]] = {}

    @wraps(render)
    def remembered(page: Page, config: MkDocsConfig, files: Files) -> None:
        uri, read = page.file.src_uri, _read(page, config, files)
        if uri in known and known[uri][0] == read:
            _, result, links = known[uri]
            vars(page).update(copy.deepcopy(result))
            page.links_to_anchors = {files.src_uris[to]: each for to, each in links.items()}
            return
        known.pop(uri, None)
        logged: list[logging.LogRecord] = []
        heard = logging.Handler()
        heard.emit = logged.append  # type: ignore[assignment,method-assign]
        _LOG.addHandler(heard)
        try:
            render(page, config, files)
        finally:
            _LOG.removeHandler(heard)
        if not logged:
            result = copy.deepcopy({name: getattr(page, name) for name in _RESULT})
            linked = page.links_to_anchors or {}
            known[uri] = read, result, {to.src_uri: each for to, each in linked.items()}

    return remembered


def _read(page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return all that the rendering of a page depends on: its text with what it embeds, too."""
    text = Markdown(extensions=["pymdownx.snippets"], extension_configs=config.mdx_configs)
    lines = text.preprocessors["snippet"].run((page.markdown or "").split("\n"))
    urls = [(file.src_uri, file.url) for file in files]
    return repr((lines, urls, config.markdown_extensions, config.mdx_configs))


def _blocks(highlight: Any) -> Any:
    """Return the highlighter, which remembers each block: an edited page has many, too."""
    known: dict[str, str] = {}

    @wraps(highlight)
    def remembered(self: Highlight, *arguments: Any, **options: Any) -> Any:
        settings = {name: value for name, value in vars(self).items() if name != "md"}
        key = repr((settings, arguments, options))
        if key in known:
            return known[key]
        block = highlight(self, *arguments, **options)
        if isinstance(block, str):  # what is in a line is an element of its page's tree
            known[key] = block
        return block

    return remembered


def _sections(parser: Any) -> Any:
    """Return the parser of Material's search, which remembers the sections of a page's HTML."""
    known: dict[str, list[Any]] = {}

    class Remembering(parser):  # type: ignore[misc]
        data: list[Any]

        def feed(self, html: str) -> None:
            if html not in known:
                super().feed(html)
                known[html] = list(self.data)
            # Copied, as the search gives a title to a section that has none.
            self.data = [copy.copy(section) for section in known[html]]

    return Remembering
