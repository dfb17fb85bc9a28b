"""Run pages on other Pythons: uv finds or fetches each, and installs what is needed there."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata

from twicetold.base.extra import MissingError

_EXTRAS = "[run,rst]"  # what reads any page


def run(pythons: Sequence[str], packages: Sequence[str], pages: Sequence[str]) -> int:
    """Run pages on each Python, and say on which they failed; return the exit status.

    The list of known failures is left as it is: what fails on one may pass on another.

    Args:
        pythons: as uv names them: a version such as 3.13, or the path of a program.
        packages: what the pages import, as pip names it.
        pages: files and folders; if none, all.

    Raises:
        MissingError: if uv is not installed.
    """
    uv = shutil.which("uv")
    if uv is None:
        raise MissingError("other Pythons need uv: pip install uv")
    wanted = [word for package in packages for word in ("--with", package)]
    tool = ["python", "-m", "twicetold.cli", "run", "--keep", "--", *pages]
    failed = []
    for python in pythons:
        print(f"Python {python}:", flush=True)
        command = [uv, "run", "--quiet", "--no-project", "--python", python, *_ours(), *wanted]
        if subprocess.run([*command, "--", *tool], check=False).returncode != 0:
            failed.append(python)
    print(
        f"failed on: {', '.join(failed) or 'none'}", file=sys.stderr if failed else sys.stdout
    )
    return 1 if failed else 0


def _ours() -> list[str]:
    """Return how uv gets this package: from where it was installed from here."""
    ours = metadata.distribution("twicetold")
    said = json.loads(ours.read_text("direct_url.json") or "{}")
    url, commit = said.get("url"), said.get("vcs_info")
    if commit:
        url = f"{commit['vcs']}+{url}@{commit['commit_id']}"
    if url and "subdirectory" in said:
        url += f"#subdirectory={said['subdirectory']}"
    option = "--with-editable" if "dir_info" in said else "--with"
    return [option, f"twicetold{_EXTRAS}" + (f" @ {url}" if url else f"=={ours.version}")]
