"""pytest runs pages of any site: what is worse is a failure at its line, with all its tools."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from toy_site import collect, run

PAGE = """# Notes

```python
print(1)
#> 2
```

```python
import no_such_module
```

```python
print(1)
```
"""
KNOWN = "known: output differs: line 1: shown '2', printed '1'"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that sets nothing, with one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(PAGE, "utf-8")
    return tmp_path


def test_each_block_is_a_test_at_its_line(site: Path) -> None:
    done = collect(site, "docs", "-rs", "-o", "junit_family=xunit1", "--junitxml=all.xml")
    assert "1 failed, 2 passed, 1 skipped" in done.stdout, done.stdout + done.stderr
    assert "docs/a.md:3: output differs: line 1: shown '2', printed '1'" in done.stdout
    assert "docs/a.md:8: set-up: the module no_such_module is not installed" in done.stdout
    assert "Traceback" not in done.stdout
    # pytest's plugins that annotate read the same place, with lines from 0.
    cases = [*ElementTree.parse(site / "all.xml").iter("testcase")]
    (failed,) = (each for each in cases if each.find("failure") is not None)
    assert (failed.get("file"), failed.get("line")) == ("docs/a.md", "2")


def test_what_is_known_is_skipped_and_what_is_worse_fails(site: Path) -> None:
    assert run(site, "twicetold.cli", "init", "docs").returncode == 0
    done = collect(site, "-rs")
    assert (done.returncode, KNOWN in done.stdout) == (0, True), done.stdout + done.stderr
    page = site / "docs" / "a.md"
    page.write_text(PAGE + "\n```python\n1 / 0\n```\n\n```python\nnowhere\n```\n", "utf-8")
    done = collect(site)
    failed = re.findall(r"^FAILED docs/a\.md::(\S+)", done.stdout, re.MULTILINE)
    assert failed == ["page", "block-4.py"]
    assert "docs/a.md: 2 of its blocks do not run; before: 1" in done.stdout


def test_pages_that_nobody_set_or_named_are_left_to_other_tools(site: Path) -> None:
    assert "no tests ran" in collect(site).stdout
    assert "1 failed" in collect(site, "docs/a.md").stdout


def test_a_page_elsewhere_is_run_if_it_is_named(site: Path) -> None:
    (site / "README.md").write_text("```python\nprint(1)\n```\n", "utf-8")
    assert "2 passed" in collect(site, "README.md").stdout


def test_a_page_in_another_markup_is_run(site: Path) -> None:
    (site / "docs" / "b.rst").write_text(".. code:: python\n\n   1 / 0\n", "utf-8")
    (site / "docs" / "c.qmd").write_text("```{python}\n1\n```\n", "utf-8")
    done = collect(site, "docs/b.rst", "docs/c.qmd")
    assert "FAILED docs/b.rst::block-1.py - docs/b.rst:1: raised" in done.stdout
    assert "1 failed, 3 passed" in done.stdout


def test_a_block_is_chosen_by_its_name(site: Path) -> None:
    done = collect(site, "docs", "-k", "block-3", "-v")
    assert "docs/a.md::block-3.py PASSED" in done.stdout
    assert "1 passed, 3 deselected" in done.stdout


def test_what_reads_any_dialect_is_loaded_for_such_pages_alone() -> None:
    seen = "import sys, twicetold.pytest_plugin; print('twicetold.foreign' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]
