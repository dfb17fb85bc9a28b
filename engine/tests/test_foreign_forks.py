"""Pages of any site run in forks that have what they import, as in processes of their own."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from twicetold.foreign import forks, play, sort
from twicetold.foreign.forks import Warm, brought
from twicetold.foreign.model import Block, Ended, Foreign, Sort
from twicetold.run import choose, cold
from twicetold.run.choose import Forks
from twicetold.run.cold import Happened, Request
from twicetold.run.folder import empty
from twicetold.run.patience import HANGS

pytestmark = pytest.mark.skipif(not choose.available(), reason="forks are used on Linux alone")

USES = ["import pluggy\nprint(pluggy.__name__)\n#> pluggy"] * forks.ENOUGH
# What only a fork has, out of sight of what looks for it in the text of a program.
IN_A_FORK = """\
import sys
finders = {type(each).__name__ for each in getattr(sys, "meta" + "_path")}
"""
DIFFERS = IN_A_FORK + "print('Unseen' in finders)\n#> False"
LACKS = IN_A_FORK + "if 'Unseen' in finders:\n    raise ModuleNotFoundError('a')"
TELLS_HOW_IT_RUNS = """\
import sys, warnings
print(sys.warnoptions, sys.argv, sys.orig_argv[1:], sys.flags)
print(warnings.filters)
warnings.warn("old")
"""


def page(*fences: str) -> Foreign:
    text = "\n\nText.\n\n".join(f"```python\n{each}\n```" for each in fences)
    return sort.read("a.md", text)


class Counted:
    """Runs programs as they are asked for, and counts those that get a process of their own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[tuple[str, ...]] = []
        self._start = cold.start
        monkeypatch.setattr(cold, "start", self.start)

    def start(self, request: Request) -> Happened:
        self.started.append(request.plays)
        return self._start(request)

    def of(self, *fences: str) -> list[Block]:
        """Return the blocks of a page with these fences, after it was run."""
        read = page(*fences)
        with closing(Warm([read])) as warm:
            self.started.clear()
            play.play(read, play.How(HANGS, run=warm.run))
        assert read.processes == 2 * len(fences)
        return read.blocks


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


def test_what_passes_gets_no_process_of_its_own(counted: Counted) -> None:
    blocks = counted.of(*USES, "print(1)\n#> 1")
    assert {block.ended for block in blocks} == {Ended.PASSED}
    assert counted.started == []


@pytest.mark.parametrize("fence", [DIFFERS, LACKS])
def test_what_does_not_pass_in_a_fork_is_run_again_in_a_new_process(
    counted: Counted, fence: str
) -> None:
    blocks = counted.of(*USES, fence)
    assert {(block.sort, block.ended) for block in blocks} == {(Sort.PROGRAM, Ended.PASSED)}
    assert counted.started == 2 * [(blocks[-1].name,)]


def test_what_is_red_there_too_is_red(counted: Counted) -> None:
    blocks = counted.of(*USES, "print(1)\n#> 2")
    assert blocks[-1].ended is Ended.DIFFERS and blocks[0].ended is Ended.PASSED
    assert {*counted.started} == {(blocks[-1].name,)}


def test_a_fork_is_as_lenient_as_the_process_that_it_is_for(tmp_path: Path) -> None:
    folder = empty(tmp_path)
    (folder.page / "tells.py").write_text(TELLS_HOW_IT_RUNS, "utf-8")
    request = Request(folder, "tells.py", strict=False, limit=HANGS)
    with Forks([], strict=False, alone=False) as warm:
        server = warm.server(1)
        assert server is not None
        said = server.run(request)
    assert "UserWarning: old" in said.output and said.status == 0
    assert said == replace(cold.start(request), seconds=said.seconds)


@pytest.mark.parametrize(
    ("statement", "is_brought"),
    [
        ("import pluggy", True),
        ("from pluggy import PluginManager", True),
        ("import warnings; warnings.warn('old'); import pluggy", False),
        ("import no_such_module; import pluggy", False),
        (
            "import threading, pluggy;"
            "threading.Thread(target=threading.Event().wait, daemon=True).start()",
            False,
        ),
    ],
)
def test_what_could_not_be_imported_before_a_fork_is_not(
    statement: str, is_brought: bool
) -> None:
    assert ("pluggy._manager" in forks._probe([statement])) == is_brought


def test_a_package_that_few_programs_import_is_not_tried() -> None:
    assert brought(USES) and not brought(USES[1:])
    assert not brought(["import json, sys"] * forks.ENOUGH)
