"""Show the receipts as they come, while the site is served."""

import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig

_serving: dict[str, object] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Begin to look, when MkDocs begins to serve."""
    if command == "serve":
        _serving["seen"] = None


def on_serve(server: Any, /, *, config: MkDocsConfig, builder: Any) -> None:
    """Build again when a receipt is written."""
    receipts = Path(config.config_file_path).parent / "receipts"
    receipts.mkdir(exist_ok=True)
    server.watch(str(receipts))
    if (proven := receipts.parent / "web" / "proven.json").is_file():
        server.watch(str(proven))


def on_pre_build(*, config: MkDocsConfig) -> None:
    """Gather the receipts, if one has changed."""
    root = Path(config.config_file_path).parent
    if "seen" not in _serving or _serving["seen"] == (now := _stamps(root)):
        return
    _serving["seen"] = now
    # In a process of its own: MkDocs is left as it is, and what is wrong is told there.
    gather = [sys.executable, "-m", "twicetold.cli", "gather"]
    subprocess.run(gather, cwd=root, stdout=subprocess.DEVNULL, check=False)


def _stamps(root: Path) -> list[tuple[str, int]]:
    """Return the names and times of all receipts."""
    files = [*(root / "receipts").glob("*.json"), root / "web" / "proven.json"]
    return sorted((file.name, file.stat().st_mtime_ns) for file in files if file.is_file())
