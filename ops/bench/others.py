"""How other tools that check the programs of pages are run here.

They are in an environment of their own, `.venv/bench`: some are plugins of pytest,
and would be loaded by the tests of this project.
"""

import importlib.metadata
import sys
import sysconfig
from pathlib import Path

_THEIRS = Path(sys.prefix, "bench")
_BIN = _THEIRS / Path(sys.executable).parent.name
_PACKAGES = sysconfig.get_path("purelib", "venv", {"base": str(_THEIRS)})

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
PYTEST = [str(_BIN / "python"), "-m", "pytest", "-q", "--rootdir", "."]
DTR = [str(_BIN / "dtr"), "--allow-exec", "--yes"]
MDOCTEST = [str(_BIN / "mdoctest")]
# What begins a fence that these two run; the others run each of Python.
MARKED = "```python dtr-run"
DIRECTED = "<!-- mdoctest: run -->\n```python"
DOCCMD = [str(_BIN / "doccmd"), "--language=python", f"--command={sys.executable}"]


def title(package: str) -> str | None:
    """Return the name of a tool with its version, or None if it is not installed.

    Args:
        package: its name on PyPI.
    """
    places = [_PACKAGES, *sys.path]  # this engine is in the environment of the tests
    found = next(iter(importlib.metadata.distributions(name=package, path=places)), None)
    return f"{package} {found.version}" if found else None
