"""Print measured figures beside their peers of the same run, and beside the last ones."""

import datetime
import json
import os
import platform
import statistics
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

LAST = Path(__file__).with_name("last.toml")
_HEAD = "# Written by `make measure WRITE=1`, which prints it beside what it measures.\n"


@dataclass(frozen=True)
class Figure:
    """What was measured.

    Args:
        name: what it is.
        value: how much.
        unit: of the value.
        beside: what it is set beside, if anything.
        base: how much that was in the same run, in the same unit.
        more: whether more is better.
        slack: by how much the ratio of the two may be worse than last time: times as bad.
    """

    name: str
    value: float
    unit: str
    beside: str = ""
    base: float | None = None
    more: bool = False
    slack: float = 1.5

    @property
    def ratio(self) -> float | None:
        """How many times the peer it is: what changes least from machine to machine."""
        return self.value / self.base if self.base else None

    def slipped(self, last: dict[str, float]) -> bool:
        """Return whether the ratio is worse than last time by more than the slack."""
        before = last.get("ratio")
        if self.ratio is None or before is None:
            return False
        worse = before / self.ratio if self.more else self.ratio / before
        return worse > self.slack


def medians(ways: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Return the median of the samples of each way, as they are taken.

    Args:
        ways: each takes a sample. They take turns, so that what slows the machine meets all.
        rounds: samples of each.
    """
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, sample in ways.items():
            taken[name].append(sample())
    return {name: statistics.median(samples) for name, samples in taken.items()}


def host() -> str:
    """Return what the figures were measured on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()}, {os.cpu_count()} cores"


def last() -> tuple[str, dict[str, dict[str, float]]]:
    """Return when and where was measured last, and those figures by name."""
    if not LAST.exists():
        return "nothing was written down yet", {}
    kept = tomllib.loads(LAST.read_text("utf-8"))
    return f"{kept['date']}, {kept['machine']}", kept["figures"]


def short(value: float) -> str:
    """Return a value as it is read: three digits of a small one, all of a large one."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def row(figure: Figure, before: dict[str, float]) -> str:
    """Return a line of the table.

    Args:
        figure: what was measured.
        before: what of it was written down last; empty if nothing was.
    """
    text = f"{figure.name:46} {short(figure.value):>9} {figure.unit}"
    if figure.base:
        text += f", {figure.ratio:.3g} of {figure.beside} ({short(figure.base)})"
    if before:
        ratio = f", {before['ratio']:.3g}" if "ratio" in before else ""
        text += f"; last {short(before['value'])}{ratio}"
    return text + (" WORSE" if figure.slipped(before) else "")


def write(figures: list[Figure]) -> None:
    """Write figures down; those that were not measured now stay as they were."""
    known = last()[1]
    for each in figures:
        known[each.name] = {"value": float(f"{each.value:.4g}")}
        if each.ratio is not None:
            known[each.name]["ratio"] = float(f"{each.ratio:.3g}")
    lines = [f"date = {datetime.date.today()}", f'machine = "{host()}"', "", "[figures]"]
    for name, values in sorted(known.items()):
        inside = ", ".join(f"{key} = {value}" for key, value in values.items())
        lines.append(f"{json.dumps(name)} = {{ {inside} }}")
    LAST.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")
