"""A limit of time is reached by what hangs, not by what a slow or busy machine delays."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from twicetold.run import choose, cold, patience
from twicetold.run.choose import Forks
from twicetold.run.cold import Happened, Request
from twicetold.run.folder import empty
from twicetold.run.patience import Patience


def forked(request: Request) -> Happened:
    with Forks([]) as servers:
        return servers.run(request)


@pytest.mark.parametrize(("slowness", "rest"), [(1.0, 0.0), (3.0, 40.0)])
def test_time_is_up_later_where_all_takes_longer(
    monkeypatch: pytest.MonkeyPatch, slowness: float, rest: float
) -> None:
    shown = [0.0]
    monkeypatch.setattr(patience, "time", SimpleNamespace(monotonic=lambda: shown[-1]))
    monkeypatch.setattr(patience, "slowness", lambda: slowness)
    given = Patience(20)
    shown.append(19.0)
    assert given.left() == 1.0
    shown.append(20.0)
    assert given.left() == rest


@pytest.mark.parametrize("run", [cold.start, forked])
@pytest.mark.parametrize("slow", [True, False])
def test_a_program_is_stopped_when_time_is_up_and_not_where_all_is_slow(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    run: Callable[[Request], Happened],
    slow: bool,
) -> None:
    if run is forked and not choose.available():
        pytest.skip("forks are used on Linux alone")
    monkeypatch.setattr(patience, "slowness", lambda: 1e6 if slow else 1.0)
    folder = empty(tmp_path)
    program = "print('done')\n" if slow else "while True:\n    pass\n"
    (folder.page / "a.py").write_text(program, "utf-8")
    happened = run(Request(folder, "a.py", limit=0.001))
    assert happened.too_long is not slow
    assert happened.output == ("done\n" if slow else "")
