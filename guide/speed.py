"""Make the figures of the page on speed from the samples in ops/measured."""

from collections.abc import Iterator
from html import escape
from itertools import chain
from typing import Any

from guide.measured import QUESTIONS, Panel, Question, order, panels, read
from guide.plots import Axis, Series, draw, key, middle, short, shown
from twicetold.base.project import Project

Drawn = tuple[tuple[Axis, Axis], list[Series]]
_RAW = (
    "https://github.com/python-data-persistence/python-data-persistence.github.io"
    "/blob/main/ops/measured/"
)


def figures(project: Project) -> dict[str, str]:
    """Return the text of each computed file of the page, by its name.

    Args:
        project: the sources.
    """
    hosts = read(project)
    made = {"speed-machine.md": "\n".join(_machine(*each) for each in hosts.items())}
    for question in QUESTIONS:
        each = (_figure(question, host) for host in hosts.values())
        made[f"speed-{question.key.replace('_', '-')}.md"] = "\n".join(each)
    made["speed-here.md"] = "\n".join(_here(host) for host in hosts.values())
    return made if hosts else {}


def _here(host: dict[str, Any]) -> str:
    """Return the row of a table that says how many rows a second are committed one by one."""
    panel = panels(QUESTIONS[0], host)[0]
    first, last = (
        shown(middle(*panel.samples[variant].values())[1])
        for variant in ("delete full", "wal normal")
    )
    what = f"[measured here](../reference/speed.md#commits-a-second), on {panel.place}"
    settings = f"by default; {last} in WAL mode with `synchronous = NORMAL`"
    return f"| {what} | {first} writes a second {settings} |\n"


def _machine(name: str, host: dict[str, Any]) -> str:
    some = next(iter(panels(QUESTIONS[0], host)[0].samples.values()))
    places = dict.fromkeys(panel.place for panel in panels(QUESTIONS[0], host))
    facts = host["machine"] | {
        "file systems": ", ".join(places),
        "samples of each": len(next(iter(some.values()))),
        "date": host["date"],
        "raw data": f"[`ops/measured/{name}.json`]({_RAW}{name}.json)",
    }
    rows = [f"| {key} | {value} |" for key, value in facts.items()]
    return "\n".join(["| measured on | this machine |", "|---|---|", *rows, ""])


def _figure(question: Question, host: dict[str, Any]) -> str:
    """Return the figure of a question, and its table in a fold."""
    found = panels(question, host)
    parts = host["questions"][question.key].get("part", {})
    lines = ['<figure class="diagram plots" data-search-exclude>']
    for panel in found:
        beside = [each for each in found if each.measure == panel.measure]
        lines.append(_panel(question, panel, beside, parts))
    if question.size or question.part:
        names = enumerate(found[0].samples)
        items = "".join(key(variant, n, bool(question.size)) for n, variant in names)
        lines.append(f'<ul class="keys">{items}</ul>')
    caption = f"{question.asked}. Each dot is a process; the bar is the middle half of them."
    lines += [f"<figcaption>{caption} {_noise(found)}</figcaption>", "</figure>", ""]
    return "\n".join([*lines, *_fold(question, found, parts), ""])


def _panel(
    question: Question,
    panel: Panel,
    beside: list[Panel],
    parts: dict[str, float],
) -> str:
    """Return one plot, on the same scale as those of other places beside it."""
    by_size = chain.from_iterable(each.samples.values() for each in beside)
    values = [value for by in by_size for taken in by.values() for value in taken]
    scale = Axis(question.unit, min(values), max(values))
    drawn = _by_size(question, panel, scale) if question.size else _by_row(panel, parts, scale)
    title = (
        f"{question.asked}: {panel.measure}, {panel.place}. The medians are in the table below."
    )
    up_is = f": {question.unit}" if question.size else ""
    name = f"{panel.measure}, {panel.place}{up_is}"
    plot = f'<div role="img" aria-label="{escape(title)}">{draw(*drawn)}</div>'
    return f"<div><p>{name}</p>{plot}</div>"


def _by_size(question: Question, panel: Panel, scale: Axis) -> Drawn:
    """Return axes and series with a line for each variant, from the least size to the most."""
    names = {float(size): short(float(size)) for size in panel.sizes()}
    across = Axis(question.size, min(names), max(names), names)
    series = [
        Series(name, n, [[(float(size), v) for v in taken] for size, taken in by.items()], True)
        for n, (name, by) in enumerate(panel.samples.items())
    ]
    return (across, scale), series


def _by_row(panel: Panel, parts: dict[str, float], scale: Axis) -> Drawn:
    """Return axes and series with a row for each variant: in order, or where its part is."""
    if parts:
        rows = {name: 100 * part for name, part in parts.items()}
        names = {float(n): f"{n} %" for n in range(15, 35, 5)}
    else:
        rows = {name: -float(n) for n, name in enumerate(panel.samples)}
        names = {at: name for name, at in rows.items()}
    up = Axis("", min(rows.values()), max(rows.values()), names, log=False)
    series = [
        Series(
            name, n if parts else 0, [[(v, rows[name]) for v in t] for t in by.values()], False
        )
        for n, (name, by) in enumerate(panel.samples.items())
    ]
    return (scale, up), series


def _noise(found: list[Panel]) -> str:
    """Return how many neighbours differ by less than the noise."""
    orders = [list(order(panel, size))[1:] for panel in found for size in panel.sizes()]
    told = [apart for order in orders for _, apart in order]
    return (
        f"Of {len(told)} differences between neighbours, {told.count(False)} are smaller than "
        "the noise: the middle halves overlap."
    )


def _fold(question: Question, found: list[Panel], parts: dict[str, float]) -> Iterator[str]:
    """Yield the lines of a fold with the table, and what can be told apart."""
    yield '??? note "The table: medians, and the middle half"'
    yield ""
    heads = [f"{panel.measure}, {panel.place}" for panel in found]
    yield f"    | {question.unit} | {' | '.join(heads)} |"
    yield "    |---|" + "---:|" * len(found)
    for variant, by_size in found[0].samples.items():
        for size in by_size:
            cells = [_cell(panel.samples[variant][size]) for panel in found]
            label = f"{variant}, {int(size):,}" if question.size else variant
            label += f", {100 * parts[variant]:.1f} {question.part}" if parts else ""
            yield f"    | {label} | {' | '.join(cells)} |"
    yield ""
    yield "    From the least to the most; `≈` is a difference smaller than the noise:"
    yield ""
    for panel in found:
        for size in panel.sizes():
            line = "".join(
                f"{' < ' if apart else ' ≈ '}{name}" for name, apart in order(panel, size)
            )
            at = f", {int(size):,}" if question.size else ""
            yield f"    - {panel.measure}, {panel.place}{at}: `{line[3:]}`"


def _cell(taken: list[float]) -> str:
    low, median, high = middle(taken)
    return f"{shown(median)} ({shown(low, 2)} to {shown(high, 2)})"
