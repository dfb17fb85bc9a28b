"""The plots show every sample that was measured, of the programs as they are now."""

import copy
import json
import math
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from guide import measured, speed
from guide.measured import QUESTIONS, Panel, Question
from ops.bench.speed import plan, samples
from ops.bench.speed.plan import Sample
from twicetold.base.project import Project

ROOT = Path(__file__).parents[2]
HOSTS = measured.read(Project(ROOT))
FIGURES = cache(lambda: speed.figures(Project(ROOT)))
FACTORS = {"k": 1e3, "M": 1e6}
PIXELS = 1.5  # that a dot may be away: it and the ends of the scale are whole ones


def number(text: str) -> float:
    """Return the value that a label says."""
    return float(text.rstrip("kM %").replace(",", "")) * FACTORS.get(text[-1], 1)


def scale(plot: ElementTree.Element, axis: str) -> tuple[float, float]:
    """Return what a logarithm is multiplied with, and what is added, for a place on an axis."""
    (found,) = plot.findall(f".//g[@class='axis {axis} always_show']")
    labels = [label.text or "" for label in found.findall("text")]
    # Of each label, in their order; last may come the line of the axis itself.
    places = re.findall(r"M(\d+) (\d+)", found.findall("path")[0].get("d", ""))
    ticks = [
        (math.log10(number(label)), float(x if axis == "x" else y))
        for label, (x, y) in zip(labels, places[: len(labels)], strict=True)
    ]
    (first, start), (last, end) = ticks[0], ticks[-1]
    factor = (end - start) / (last - first)
    return factor, start - factor * first


def dots(plot: ElementTree.Element, axis: str) -> list[list[float]]:
    """Return the logarithms of all dots, a list for each series, read from the labels."""
    factor, offset = scale(plot, axis)
    found = []
    for path in plot.findall(".//path[@class='points']"):
        moves = re.findall(r"[Mm](-?\d+) (-?\d+)h0", path.get("d", ""))
        along = accumulate(int(x if axis == "x" else y) for x, y in moves)
        found.append(sorted((each - offset) / factor for each in along))
    return found


def missing(question: Question, host: dict[str, Any], text: str) -> Iterator[str]:
    """Yield each series in whose dots a sample is not, or one that was not measured."""
    plots = re.findall(r'<svg class="plot".*?</svg>', text, re.DOTALL)
    kept = host["questions"][question.key]
    places = [(m, p) for m, by_place in kept["seconds"].items() for p in by_place]
    assert len(plots) == len(places)
    for svg, (measure, place) in zip(plots, places, strict=True):
        plot, axis = ElementTree.fromstring(svg), "y" if question.size else "x"
        drawn, close = dots(plot, axis), PIXELS / abs(scale(plot, axis)[0])
        by_variant = kept["seconds"][measure][place]
        for values, (variant, by_size) in zip(drawn, by_variant.items(), strict=True):
            expected = sorted(
                math.log10(kept["amounts"][size] / taken if question.rate else 1000 * taken)
                for size, each in by_size.items()
                for taken in each
            )
            if len(values) != len(expected) or any(
                abs(a - b) > close for a, b in zip(values, expected, strict=True)
            ):
                yield f"{measure}, {place}: {variant}"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: each.key)
@pytest.mark.parametrize("name", HOSTS)
def test_a_plot_has_a_dot_where_each_sample_is(name: str, question: Question) -> None:
    text = FIGURES()[f"speed-{question.key.replace('_', '-')}.md"]
    assert list(missing(question, HOSTS[name], text)) == []


def test_a_sample_that_is_not_what_was_drawn_is_seen() -> None:
    question, host = QUESTIONS[0], copy.deepcopy(next(iter(HOSTS.values())))
    text = FIGURES()["speed-commits.md"]
    taken = host["questions"]["commits"]["seconds"]["commit"]["tmpfs"]["wal full"]["20"]
    taken[1] *= 1.1
    assert list(missing(question, host, text)) == ["commit, tmpfs: wal full"]
    taken.pop()
    assert list(missing(question, host, text)) == ["commit, tmpfs: wal full"]


@pytest.mark.parametrize("name", HOSTS)
def test_what_was_measured_are_the_programs_of_the_page(name: str) -> None:
    assert HOSTS[name]["programs"] == plan.digest(), (
        f"ops/measured/{name}.json is of other programs: make measure PART=speed, "
        "then make outputs PAGE=reference/speed"
    )


@pytest.mark.parametrize("program", [*plan.QUESTIONS, "people", "timed"])
def test_a_program_that_changed_has_another_digest(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = plan.digest()
    shutil.copytree(plan.PROGRAMS, tmp_path / "speed")
    monkeypatch.setattr(plan, "PROGRAMS", tmp_path / "speed")
    assert plan.digest() == before
    with (tmp_path / "speed" / f"{program}.py").open("a") as file:
        file.write("# changed\n")
    assert plan.digest() != before


def test_a_sample_with_a_wrong_result_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(plan.PROGRAMS, tmp_path / "speed")
    monkeypatch.setattr(plan, "PROGRAMS", tmp_path / "speed")
    program = tmp_path / "speed" / "commits.py"
    whole = program.read_text("utf-8")
    sample = Sample("", "commits", "delete off", 20)
    assert "commit" in samples.run("sample", sample, tmp_path)
    (tmp_path / "log.db").unlink()
    assert whole.count("range(size)") == 1
    program.write_text(whole.replace("range(size)", "range(size - 1)"), "utf-8")
    with pytest.raises(SystemExit, match="AssertionError"):
        samples.run("sample", sample, tmp_path)


def test_a_run_that_was_stopped_goes_on_unless_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples, "TAKEN", tmp_path / "taken.jsonl")
    assert samples.known({"programs": "a"}) == []
    with samples.TAKEN.open("a") as file:
        file.write(json.dumps(["tmpfs", "commits", "wal full", 20, {}]) + "\n")
        file.write('["tmpfs", "comm')  # the machine stopped here
    assert samples.known({"programs": "a"}) == [["tmpfs", "commits", "wal full", 20, {}]]
    assert samples.known({"programs": "a"}) == [["tmpfs", "commits", "wal full", 20, {}]]
    assert samples.known({"programs": "b"}) == []


def test_each_round_takes_one_sample_of_each_variant_in_turn() -> None:
    taken = list(plan.round_of(["ext4", "tmpfs"]))
    assert len(taken) == len(set(taken))
    commits = [each.variant for each in taken if each.question == "commits"]
    assert commits == plan.program("commits").VARIANTS * 2


def test_what_overlaps_in_its_middle_half_is_not_told_apart() -> None:
    taken = {"a": [1.0, 2, 3], "b": [2.0, 3, 4], "c": [8.0, 9, 10]}
    panel = Panel("", "", {name: {"1": values} for name, values in taken.items()})
    assert list(measured.order(panel, "1")) == [("a", True), ("b", False), ("c", True)]


@pytest.mark.needs("strace")
def test_what_is_counted_is_what_is_timed(tmp_path: Path) -> None:
    for name in ("traced", "timed"):
        shutil.copy(plan.PROGRAMS / f"{name}.py", tmp_path)
    lines = [
        "def sample(timed, variant, size):",
        "    with open('a', 'wb') as a, open('/dev/null', 'wb') as b:",
        "        a.write(bytes(5)), a.flush()",
        "        with timed('x'):",
        "            a.write(bytes(7)), a.flush(), b.write(bytes(9)), b.flush()",
        "        a.write(bytes(11))",
    ]
    (tmp_path / "own.py").write_text("\n".join(lines) + "\n", "utf-8")
    code = "import traced; print({k: dict(v) for k, v in traced.traced('own', '', 0).items()})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "{'x': {'written': 7}}\n"
