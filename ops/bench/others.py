"""How other tools that check the programs of pages are run here."""

import importlib.metadata
import sys
from pathlib import Path

# To be filled in: where the `pages` are, and by what `check` an example is tried.
PYTEST_EXAMPLES = """
import pytest
from pytest_examples import find_examples

@pytest.mark.parametrize("example", find_examples("{pages}"), ids=str)
def test_example(example, eval_example):
    eval_example.{check}(example)
"""
SYBIL = """
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser()], pattern="*.md").pytest()
"""
# This engine is a plugin as well, and would check the pages, too.
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:twicetold", "--rootdir", "."]


def command(name: str) -> str:
    """Return the path of a tool's command, beside this Python.

    Args:
        name: of the command.
    """
    return str(Path(sys.executable).with_name(name))


DTR = [command("dtr"), "--allow-exec", "--yes"]
MDOCTEST = [command("mdoctest")]
# What begins a fence that these two run; the others run each of Python.
MARKED = "```python dtr-run"
DIRECTED = "<!-- mdoctest: run -->\n```python"
DOCCMD = [command("doccmd"), "--language=python", f"--command={sys.executable}"]


def title(package: str) -> str | None:
    """Return the name of a tool with its version, or None if it is not installed.

    Args:
        package: its name on PyPI.
    """
    try:
        return f"{package} {importlib.metadata.version(package)}"
    except importlib.metadata.PackageNotFoundError:
        return None
