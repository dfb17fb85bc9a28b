"""A small site below a path, of a repository called docs, in a folder of a larger one."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from guide.build import build
from press.hosts import redirects
from press.site import Site
from press.steps import press
from tests.support import with_receipts
from toy_site import program
from twicetold.base.project import Project
from twicetold.receipts import gather
from web.build import pages, service_worker

ROOT = Path(__file__).parents[2]
PATH = "guide"
NAV = """nav:
  - index.md
  - docs/read.md
  - sqlite/über.md
  - Blog:
      - blog/index.md

"""
SETTINGS = {
    r"site_url: (.*)": rf"site_url: \1{PATH}/",
    r"repo_url: .*": "repo_url: https://example.org/someone/docs",
    r"edit_uri: .*": "edit_uri: edit/main/docs/manual/docs/",
    r"nav:\n(?:(?: .*)?\n)+": NAV,
}
PAGES = {
    "index": "# A\n\n[Read](docs/read.md), [write](sqlite/über.md), [blog](blog/index.md)\n",
    "docs/read": "---\n---\n# Read\n\n[Then write](../sqlite/über.md)\n",
    "sqlite/über": "---\nanswers: [Was?]\n---\n# Über\n\n[First read](../docs/read.md)\n",
    "blog/index": "# Blog\n",
    "blog/posts/first": "---\ndate: 2026-01-02\n---\n# First\n\n[Read](../../docs/read.md)\n\n"
    "<!-- more -->\n\nMore.\n",
}
MOVED = '[moved]\n"früher/" = "sqlite/über/"\n"old/" = "docs/read/"\n'


def make(folder: Path) -> Site:
    """Make the site's sources, build and press it; it is in `root/guide/` of the folder.

    Args:
        folder: empty; `larger/` in it becomes the repository.
    """
    site = make_unpressed(folder)
    press(site)
    return site


def make_unpressed(folder: Path) -> Site:
    """Make the site's sources and build it; nothing is pressed.

    Args:
        folder: empty; `larger/` in it becomes the repository.
    """
    project = Project(folder / "larger" / "manual")
    _lay_out(project)
    _commit(folder / "larger")
    site = Site(folder / "root" / PATH, project, ROOT / ".cache" / "press", quality=1)
    build(project, site.folder)
    known = gather.compact(gather.keep(project, with_receipts.passed_everywhere(project)))
    with_receipts.put(site.folder / "assets" / "proven" / "receipts.json", json.dumps(known))
    return site


def _lay_out(project: Project) -> None:
    """Write the sources, with all that the site has beside its pages."""
    for name in ("theme", "docs/assets"):
        shutil.copytree(
            ROOT / name,
            project.root / name,
            ignore=shutil.ignore_patterns("pages", "__pycache__"),
        )
    (project.root / "web").symlink_to(ROOT / "web")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    for pattern, ours in SETTINGS.items():
        settings, count = re.subn(pattern, ours, settings)
        assert count == 1, pattern
    project.config_file.write_text(settings, "utf-8")
    (project.root / redirects.LIST).parent.mkdir(parents=True)
    (project.root / redirects.LIST).write_text(MOVED, "utf-8")
    for key, text in PAGES.items():
        page = project.page(key)
        page.parent.mkdir(parents=True, exist_ok=True)
        if not key.startswith(("index", "blog/")):
            home = project.snippets / key
            home.mkdir(parents=True)
            (home / "say.py").write_text(f'print("{key}")\n', "utf-8")
            (home / "say.out").write_text(f"{key}\n", "utf-8")
            text += "\n" + program(key, "say", "say")
        page.write_text(text, "utf-8")
    *_, in_browser = with_receipts.passed_everywhere(project)
    pages.lay_out(project, in_browser, project.docs / "assets" / "run" / "pages")
    service_worker.write(project.docs, ROOT / "web" / "src" / "offline" / "sw.js", [])


def _commit(repository: Path) -> None:
    """Commit the pages and their programs, in a history of its own."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for command in (
        ("init", "--quiet"),
        ("add", "manual/docs/*.md", "manual/snippets"),
        (*who, "commit", "--quiet", "--message", "Pages"),
    ):
        subprocess.run(["git", *command], cwd=repository, check=True)
