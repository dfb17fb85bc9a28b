"""What MkDocs remembers while it serves is never shown where it no longer holds."""

from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from material.plugins.search import plugin
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page
from pymdownx.highlight import Highlight

from theme.hooks import remember

SETTINGS = """
site_name: Three pages
theme: {name: material, font: false, custom_dir: theme}
plugins: [search]
validation: {anchors: warn}
markdown_extensions:
  - pymdownx.highlight
  - pymdownx.superfences
  - pymdownx.snippets: {base_path: [programs], check_paths: true}
"""
PAGES = {
    "mkdocs.yml": SETTINGS,
    "docs/index.md": "# Home\n\n[A part](other.md#part), [all](deep/third.md)\n",
    "docs/other.md": '# Other\n\n## Part\n\n```python\n-8<- "one.py"\n```\n',
    "docs/deep/third.md": "---\ntitle: Third\n---\nSee [home](../index.md).\n",
    "programs/one.py": "print(1)\n",
    "theme/main.html": '{% extends "base.html" %}\n',
}
EDITS: dict[str, dict[str, str | None]] = {
    "nothing": {},
    "a page": {"docs/index.md": "# Start\n\n## Changed\n"},
    "only a title": {"docs/deep/third.md": "---\ntitle: Last\n---\nSee [home](../index.md).\n"},
    "a program": {"programs/one.py": "print(2)\n"},
    "a template": {
        "theme/main.html": '{% extends "base.html" %}{% block footer %}End{% endblock %}\n'
    },
    "an anchor to which another page links": {"docs/other.md": "# Other\n\n## Piece\n"},
    "the name of a page": {"docs/other.md": None, "docs/new.md": "# New\n"},
    "a new page": {"docs/added.md": "# Added\n\n[A part](other.md#part)\n"},
    "the URLs of all": {"mkdocs.yml": SETTINGS + "use_directory_urls: false\n"},
    "the settings of an extension": {
        "mkdocs.yml": SETTINGS.replace("highlight", "highlight: {linenums: true}")
    },
}


def built(folder: Path) -> dict[str, str]:
    """Return what MkDocs makes of a folder: each page, and the index of its search."""
    with chdir(folder):  # where embedded files are looked for
        config = load_config("mkdocs.yml")
        config.plugins.events["env"].append(remember.on_env)
        build(config)
    site = folder / "site"
    made = [*sorted(site.rglob("*.html")), *sorted(site.glob("search/*"))]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in made}


def written(folder: Path, files: dict[str, str | None]) -> None:
    """Write files into a folder, and take away those without a text."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")


@pytest.fixture
def remembering(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def begin() -> None:
        monkeypatch.setattr(Page, "render", Page.render)  # to be put back
        monkeypatch.setattr(Highlight, "highlight", Highlight.highlight)
        monkeypatch.setattr(plugin, "Parser", plugin.Parser)
        monkeypatch.setattr(remember, "_serving", [])
        remember.on_startup(command="serve", dirty=False)

    return begin


@pytest.mark.parametrize("edited", EDITS)
def test_after_an_edit_a_site_is_as_if_built_for_the_first_time(
    edited: str,
    tmp_path: Path,
    remembering: Callable[[], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("WARNING")
    fresh, served = tmp_path / "fresh", tmp_path / "served"
    for folder in (fresh, served):
        written(folder, dict(PAGES))
    written(fresh, EDITS[edited])
    expected = built(fresh)
    warned = [record.getMessage() for record in caplog.records]
    remembering()
    built(served)
    written(served, EDITS[edited])
    for _ in range(2):  # a warning is said again at each build
        caplog.clear()
        assert built(served) == expected
        assert [record.getMessage() for record in caplog.records] == warned
