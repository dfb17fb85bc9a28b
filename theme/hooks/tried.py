"""Show on a page that is edited while the site is served what is wrong with it."""

import html
import shutil
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_serving: list[bool] = []
_SHOWN = (
    '<div class="admonition failure"><p class="admonition-title">This page does not pass</p>'
    "<pre>{}</pre></div>\n{}"
)


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Begin to look, when MkDocs begins to serve."""
    if command == "serve":
        _serving.append(True)


def on_serve(server: Any, /, *, config: MkDocsConfig, builder: Any) -> None:
    """Build again when a page was run; forget what was said when it was last served."""
    folder = _folder(config)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    server.watch(str(folder))


def on_page_content(text: str, /, *, page: Page, config: MkDocsConfig, files: Any) -> str:
    """Put what is wrong with a page above it."""
    told = (_folder(config) / page.file.src_uri).with_suffix(".txt")
    if not _serving or not told.is_file():
        return text
    return _SHOWN.format(html.escape(told.read_text("utf-8")), text)


def _folder(config: MkDocsConfig) -> Path:
    """Return the folder in which `python -m guide serve` keeps what is wrong with pages."""
    return Path(config.config_file_path).parent / ".cache" / "tried"
