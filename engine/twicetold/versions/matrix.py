"""Run all programs on each CPython of this machine, each in an environment of its own."""

import hashlib
import os
import shlex
import subprocess
import sys
from pathlib import Path

from twicetold.base import tests
from twicetold.base.project import Project
from twicetold.versions import interpreters
from twicetold.versions.interpreters import WANTED, Interpreter

OWN = Path(__file__).parents[2]  # where this package is, with its project file if not installed


def every(project: Project) -> tuple[list[str], list[str]]:
    """Run all programs on each CPython here; return the versions that are missing or failed.

    Args:
        project: the sources.
    """
    found = interpreters.find()
    failed = []
    for each in found:
        print(f"CPython {each.version}: {each.path}", flush=True)
        try:
            if run(project, each) != 0:
                failed.append(each.short)
        except (OSError, subprocess.CalledProcessError) as error:
            why = (
                str(error) if isinstance(error, OSError) else f"{shlex.join(error.cmd)} failed"
            )
            print(f"no environment for it: {why}", file=sys.stderr)
            failed.append(f"{each.short} (no environment)")
    return missing(found), failed


def missing(found: list[Interpreter]) -> list[str]:
    """Return the versions wanted that this machine does not have.

    Args:
        found: those that it has.
    """
    have = {each.short for each in found}
    return [short for short in WANTED if short not in have]


def run(project: Project, each: Interpreter) -> int:
    """Run all programs on an interpreter, write its receipt, return pytest's exit status.

    Args:
        project: the sources.
        each: the interpreter.

    Raises:
        CalledProcessError: if its environment can't be made.
    """
    python = environment(project, each)
    options = ["-p", "no:cacheprovider", "-r", "fE", *tests.recorded(project)]
    return tests.run(project, (), options, python)


def environment(project: Project, each: Interpreter) -> Path:
    """Make the environment of an interpreter, unless it is there; return its Python.

    Args:
        project: the sources, with the lock.
        each: the interpreter.

    Raises:
        CalledProcessError: if a package of the lock can't be installed.
    """
    folder = project.root / f".venv-{each.short}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    lock = project.root / project.settings.environment
    stamp = f"{each.version} {hashlib.sha256(lock.read_bytes()).hexdigest()}\n"
    made = folder / "made"
    if not made.is_file() or made.read_text("utf-8") != stamp:
        venv = [str(each.path), "-m", "venv", "--clear", str(folder)]
        subprocess.run(venv, check=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        install = [*pip, "--require-hashes", "--requirement", str(lock)]
        subprocess.run(install, cwd=project.root, check=True)
        if (OWN / "pyproject.toml").is_file():  # no lock has it then
            ours = [*pip, "--no-deps", "--no-build-isolation", "--editable", str(OWN)]
            subprocess.run(ours, cwd=project.root, check=True)
        made.write_text(stamp, "utf-8")
    return python
