"""Pages are run on other Pythons as uv makes them, and known failures are left as they are."""

import json
import os
import shlex
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from toy_site import run
from twicetold.base.extra import MissingError
from twicetold.versions import through_uv

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a stand-in of sh for uv")
# Runs what uv is asked to run with this Python, whichever one is asked for; "3.0" fails.
UV = f"""#!/bin/sh
echo "uv $*" >> asked.txt
case "$*" in *"--python 3.0"*) exit 1;; esac
while [ "$1" != -- ]; do shift; done
shift 2
exec {shlex.quote(sys.executable)} "$@"
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page of which one block fails, known from `init`; and a uv that is none."""
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "a.md"
    page.write_text("# A\n\n```python\n1 / 0\n```\n", "utf-8")
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(UV, "utf-8")
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", f"{uv.parent}{os.pathsep}{os.environ['PATH']}")
    run(tmp_path, "twicetold.cli", "init")
    return tmp_path


def test_each_python_is_asked_for_with_what_the_pages_import(site: Path) -> None:
    options = ("--python", "3.12", "--python", "3.13", "--with", "attrs")
    done = run(site, "twicetold.cli", "run", *options, "docs")
    assert (done.returncode, done.stdout.count("1 known, 0 fixed, 0 worse")) == (0, 2), done
    assert "failed on: none" in done.stdout
    asked = (site / "asked.txt").read_text("utf-8").splitlines()
    assert [("3.12" in each, "3.13" in each) for each in asked] == [
        (True, False),
        (False, True),
    ]
    for each in asked:
        assert "--with attrs --" in each and "twicetold[run,rst]" in each
        assert each.endswith("twicetold.cli run --keep -- docs")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (
            {"url": "file:///a", "dir_info": {"editable": True}},
            "--with-editable twicetold[run,rst] @ file:///a",
        ),
        (
            {
                "url": "https://example.org/a",
                "vcs_info": {"vcs": "git", "commit_id": "1f"},
                "subdirectory": "engine",
            },
            "--with twicetold[run,rst] @ git+https://example.org/a@1f#subdirectory=engine",
        ),
        (None, "--with twicetold[run,rst]==1.0.0"),
    ],
    ids=["a folder", "a repository", "an index"],
)
def test_the_engine_comes_from_where_it_was_installed_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: object, asked: str
) -> None:
    uv = tmp_path / "uv"
    uv.write_text('#!/bin/sh\nprintf %s "$*" > "$0.asked"\n', "utf-8")
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    text = json.dumps(said) if said else None
    ours = SimpleNamespace(version="1.0.0", read_text={"direct_url.json": text}.get)
    monkeypatch.setattr(metadata, "distribution", lambda name: ours)
    assert through_uv.run(["3.13"], [], []) == 0
    assert asked in (tmp_path / "uv.asked").read_text("utf-8")


@pytest.mark.parametrize("option", ["--receipt", "--skip-unchanged", "--json=a.json"])
def test_what_tells_of_this_python_is_refused(site: Path, option: str) -> None:
    done = run(site, "twicetold.cli", "run", "--python", "3.13", option)
    assert done.returncode == 2 and "--python go --with" in done.stderr
    assert not (site / "asked.txt").exists()


def test_where_it_fails_is_said(site: Path) -> None:
    done = run(site, "twicetold.cli", "run", "--python", "3.0", "--python", "3.13")
    assert (done.returncode, done.stderr) == (1, "failed on: 3.0\n")


def test_what_passes_on_another_python_stays_in_the_list(site: Path) -> None:
    page = site / "docs" / "a.md"
    page.write_text("# A\n\n```python\n1 / 1\n```\n", "utf-8")
    before = (site / "twicetold.json").read_text("utf-8")
    run(site, "twicetold.cli", "run", "--python", "3.13")
    assert (site / "twicetold.json").read_text("utf-8") == before
    run(site, "twicetold.cli", "run")
    assert json.loads((site / "twicetold.json").read_text("utf-8"))["pages"] == {}


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingError, match="pip install uv"):
        through_uv.run(["3.13"], [], [])
