"""A measured figure is set beside its peer, and told where it has become much worse."""

from functools import partial
from pathlib import Path

import pytest

from ops.bench import figures
from ops.bench.figures import Figure


@pytest.mark.parametrize(
    ("figure", "worse"),
    [
        (Figure("a", 3.1, "s", "b", 2.0), True),
        (Figure("a", 2.9, "s", "b", 2.0), False),
        (Figure("a", 60.0, "s", "b", 60.0), False),  # all is slow
        (Figure("a", 1.3, "/s", "b", 2.0, more=True), True),
        (Figure("a", 1.5, "/s", "b", 2.0, more=True), False),
        (Figure("a", 1000.0, "s"), False),  # nothing to set it beside
    ],
)
def test_a_ratio_that_is_half_again_worse_is_told(figure: Figure, worse: bool) -> None:
    assert figure.slipped({"value": 1.0, "ratio": 1.0}) is worse
    assert ("WORSE" in figures.row(figure, {"value": 1.0, "ratio": 1.0})) is worse
    assert figure.slipped({}) is False


def test_what_is_written_down_is_read_back_and_what_was_not_measured_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "LAST", tmp_path / "last.toml")
    figures.write([Figure('a "b"', 3.0, "s", "b", 2.0), Figure("c", 12345.0, "s")])
    figures.write([Figure("c", 1.0, "s")])
    when, kept = figures.last()
    assert figures.host() in when
    assert kept == {'a "b"': {"value": 3.0, "ratio": 1.5}, "c": {"value": 1.0}}


def test_ways_take_turns_and_each_gives_the_median_of_its_samples() -> None:
    asked: list[str] = []
    samples = {"a": iter([9.0, 1.0, 2.0]), "b": iter([5.0, 4.0, 3.0])}

    def sample(name: str) -> float:
        asked.append(name)
        return next(samples[name])

    ways = {name: partial(sample, name) for name in samples}
    assert figures.medians(ways, 3) == {"a": 2.0, "b": 4.0}
    assert asked == ["a", "b"] * 3
