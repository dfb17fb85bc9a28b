"""Copy the sources of the site."""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = ("docs", "snippets", "theme")


def copy(folder: Path) -> None:
    """Copy the sources of the site into a folder."""
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name)
