"""What was tried and held is not tried again, until anything that it depends on has changed."""

from pathlib import Path

import pytest

from tests.support import tried
from tests.support.tried import Tried


def test_any_change_has_it_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tried, "CACHE", tmp_path / "cache")
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("a", "utf-8")
    second.write_text("b", "utf-8")
    before = Tried("name", [first, second], "text")
    assert not before.held()
    before.holds()
    assert Tried("name", [second, first], "text").held()
    assert not Tried("other", [first, second], "text").held()
    assert not Tried("name", [first, second], "texts").held()
    assert not Tried("name", [first], "text").held()
    second.write_text("c", "utf-8")
    assert not Tried("name", [first, second], "text").held()
