"""Build the same pages as they would look with the theme as it comes."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
LOOK = "the theme's default look"


def default_command(folder: Path) -> list[str]:
    """Return the command that builds the same pages with the theme as it comes.

    Args:
        folder: for its settings, and for what it builds, into `default/`.
    """
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    for ours in ("extra_css", "extra_javascript", "hooks", "watch"):
        del settings[ours]
    settings |= {"theme": {"name": "material"}, "docs_dir": str(ROOT / "docs")}
    snippets = {"base_path": [str(ROOT / "snippets"), str(ROOT / "theme" / "includes")]}
    for extension in settings["markdown_extensions"]:
        if "pymdownx.snippets" in extension:
            extension["pymdownx.snippets"] |= snippets
    written = folder / "default.yml"
    written.write_text(yaml.safe_dump(settings), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return [*command, "--config-file", str(written), "--site-dir", str(folder / "default")]


def default_look(folder: Path) -> None:
    """Build the same pages with the theme as it comes.

    Args:
        folder: to build into.
    """
    with tempfile.TemporaryDirectory() as name:
        quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(default_command(Path(name)), env=quiet, check=True)
        shutil.move(Path(name) / "default", folder)
