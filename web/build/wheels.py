"""Carry packages that are compiled for the browser's Python, pinned by their hashes."""

import base64
import hashlib
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).parents[1] / "wheels.txt"


def carry(target: Path, info: dict[str, str]) -> tuple[str, list[dict[str, str]]]:
    """Fetch what wheels.txt names, where it is not yet; return where it is, and what it holds.

    Args:
        target: the folder to make a folder in, whose name changes with its content.
        info: of the browser's Python: its `python` and `abi_version`.
    """
    platform = f"pyemscripten_{info['abi_version']}_wasm32"
    what = LIST.read_bytes() + platform.encode()
    folder = target / f"wheels-{hashlib.sha256(what).hexdigest()[:12]}"
    if not folder.exists():
        fetched = target / "wheels.tmp"
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"),
                *("--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"),
                *("--platform", platform, "--python-version", info["python"]),
                *("--dest", fetched, "--requirement", LIST),
            ],
            check=True,
        )
        fetched.rename(folder)
    return folder.name, [_told(path) for path in sorted(folder.glob("*.whl"))]


def _told(wheel: Path) -> dict[str, str]:
    digest = base64.b64encode(hashlib.sha256(wheel.read_bytes()).digest()).decode()
    return {
        "module": wheel.name.split("-")[0],
        "file": f"{wheel.parent.name}/{wheel.name}",
        "integrity": f"sha256-{digest}",
    }
