"""Run `python -m …` in a fork of a process that has imported what our tools import.

A process of its own would import pytest, MkDocs and the engine again, which takes longer than
what a test asks of them. The fork has a folder, an environment and an output of its own too.
"""

import atexit
import gc
import multiprocessing
import os
import runpy
import sys
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

ENGINE = Path(__file__).parent.parent
_TOOLS = ["pytest", "xdist.plugin", "pytest_codeblocks", "mkdocs.__main__", "lxml.html"]
_TOOLS += ["material", "twicetold.cli", "twicetold.pytest_plugin"]
_WARM: Any = multiprocessing.get_context("forkserver" if hasattr(os, "pidfd_open") else "spawn")
_WARM.set_forkserver_preload(_TOOLS)


def run(
    folder: Path, arguments: Sequence[str], environment: Mapping[str, str]
) -> "CompletedProcess[str]":
    """Run `python -m …` in a folder; return its status and what it wrote.

    Args:
        folder: the current one of the run.
        arguments: the module's name, and its arguments.
        environment: all variables of the run.
    """
    with tempfile.TemporaryDirectory() as outputs:
        files = [Path(outputs, name) for name in ("out", "err")]
        process = _WARM.Process(
            target=_begin, args=(folder, list(arguments), dict(environment), files)
        )
        process.start()
        process.join()
        said = [file.read_text("utf-8", "backslashreplace") for file in files]
        status = process.exitcode
    assert status is not None
    return CompletedProcess(["python", "-m", *arguments], status, *said)


def _begin(
    folder: Path, arguments: list[str], environment: dict[str, str], files: list[Path]
) -> None:
    """Become the process that `python -m …` would be."""
    gc.freeze()  # a collection would copy all that is imported
    for descriptor, file in enumerate(files, 1):
        opened = os.open(file, os.O_WRONLY | os.O_CREAT)
        os.dup2(opened, descriptor)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    homes = (Path(sys.prefix), Path(sys.base_prefix), ENGINE)
    asked = environment.get("PYTHONPATH", "").split(os.pathsep)
    installed = [each for each in sys.path if any(map(Path(each).is_relative_to, homes))]
    installed.remove(str(Path(__file__).parent))
    sys.path[:] = [str(folder), *filter(None, asked), *installed]
    sys.argv[:] = arguments
    warnings.filterwarnings("ignore", "'.*' found in sys.modules", RuntimeWarning, "runpy")
    try:
        runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
    finally:
        atexit._run_exitfuncs()
