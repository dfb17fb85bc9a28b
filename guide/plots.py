"""Draw measured samples as SVG: pygal makes the scales and axes, the page the colours."""

import math
import re
import statistics
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from xml.etree import ElementTree

from pygal import XY, style

# It looks for plugins at each import from now on, of which Python 3.11 warns; we have none.
sys.meta_path[:] = [each for each in sys.meta_path if type(each).__module__ != "pygal"]

WIDTH = 360
# A colour of the theme, and the dashes of a line: no two are alike without colours either.
STYLES = (
    ("--md-typeset-a-color", ""),
    ("--md-code-hl-number-color", "6 3"),
    ("--md-code-hl-keyword-color", "2 3"),
    ("--md-code-hl-string-color", "12 3"),
    ("--md-code-hl-special-color", "8 2 2 2"),
    ("--md-code-hl-constant-color", "1 4"),
    ("--md-default-fg-color", "4 2 1 2 1 2"),
)
_PARTS = {
    "points": {"stroke-width": "4", "stroke-opacity": "0.4", "stroke-linecap": "round"},
    "middle": {"stroke-width": "2.5"},
    "median": {"stroke-width": "1.8"},
}
_NOT_SHOWN = re.compile(r"<!--.*?-->|<(defs|title|desc)\b.*?</\1>|<\?.*?\?>", re.DOTALL)
_ON_SCREEN = ("background", "tooltip-overlay", "text-overlay")  # of what is pointed at
_LONG = re.compile(r"\d+\.\d+")

Point = tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """One direction of a plot.

    Args:
        title: what it is, with its unit.
        least: the smallest value on it.
        most: the largest.
        names: what is said at places of it; the places of a logarithmic one are computed.
        log: whether each step is a factor.
    """

    title: str
    least: float
    most: float
    names: dict[float, str] = field(default_factory=dict)
    log: bool = True

    def place(self, value: float) -> float:
        """Return where a value is on it."""
        return math.log10(value) if self.log else value

    @property
    def ends(self) -> tuple[float, float]:
        """Where it begins and ends, a little outside of what is on it."""
        low, high = self.place(self.least), self.place(self.most)
        room = 0.05 * (high - low) if self.log else 0.6
        return low - room, high + room

    @property
    def labels(self) -> list[dict[str, object]]:
        """What pygal writes beside it."""
        places = self.names or {value: short(value) for value in _ticks(self.least, self.most)}
        return [{"value": self.place(at), "label": text} for at, text in places.items()]


@dataclass(frozen=True)
class Series:
    """Samples that are drawn alike.

    Args:
        name: of what was measured.
        style: the number of its colour.
        groups: samples of one variant and size, each group along one direction.
        joined: whether the medians are joined by a line.
    """

    name: str
    style: int
    groups: Sequence[Sequence[Point]]
    joined: bool


def key(name: str, style: int, joined: bool) -> str:
    """Return an item of a legend: a short line as it is drawn, and a name."""
    stroke = _stroke(Series(name, style, [], joined), "median" if joined else "middle")
    drawn = " ".join(f'{each}="{value}"' for each, value in stroke.items())
    line = f'<svg width="32" height="8" aria-hidden="true"><path d="M0 4h32" {drawn}/></svg>'
    return f"<li>{line}{escape(name)}</li>"


def shown(value: float, most: int = 3) -> str:
    """Return a value as it is read, with three digits or fewer."""
    if value == 0:
        return "0"
    digits = most - 1 - math.floor(math.log10(abs(value)))
    text = f"{round(value, digits):,.{max(digits, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def short(value: float) -> str:
    """Return a value as it is read beside an axis, such as `10k`."""
    for factor, name in ((1e6, "M"), (1e3, "k")):
        if value >= factor:
            return f"{value / factor:g}{name}"
    return f"{value:g}"


def middle(values: Iterable[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile."""
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, median, high


def draw(axes: tuple[Axis, Axis], series: list[Series]) -> str:
    """Return an SVG with every sample as a dot, the middle half of each group and its median.

    Args:
        axes: across and up.
        series: what is on it.
    """
    across, up = axes
    height = 250 if up.log else round(80 + 20 * (up.most - up.least))
    plain = {"js": [], "css": [], "no_prefix": True, "disable_xml_declaration": True}
    dots = {"stroke": False, "show_legend": False, "show_x_guides": True, "truncate_label": -1}
    chart = XY(width=WIDTH, height=height, margin=2, x_title=across.title, **plain, **dots)
    chart.margin_left, chart.margin_right = 10, 20  # for the ends of labels
    chart.style = style.Style(label_font_size=12, major_label_font_size=12, title_font_size=12)
    chart.xrange, chart.range = across.ends, up.ends
    chart.x_labels, chart.y_labels = across.labels, up.labels
    for each in series:
        for points in (_dots(each), _halves(each), _medians(each, up)):
            chart.add(each.name, [(across.place(x), up.place(y)) for x, y in points])
    text = _NOT_SHOWN.sub("", chart.render(is_unicode=True))
    root = ElementTree.fromstring(re.sub(r' xmlns="[^"]*"', "", text))
    _redraw(root, series)
    inside = "".join(ElementTree.tostring(part, "unicode") for part in root)
    return f'<svg class="plot" viewBox="0 0 {WIDTH} {height}">{inside}</svg>'


def _ticks(least: float, most: float) -> list[float]:
    """Return powers of ten from one value to another; also 2 and 5 where they are few.

    Where they are many, it is each second one.
    """
    decades = range(math.floor(math.log10(least)) - 1, math.ceil(math.log10(most)) + 1)
    powers = [10.0**n for n in decades if least <= 10.0**n * 1.0001 and 10.0**n <= most]
    if len(powers) >= 3:
        return powers[:: 1 + (len(powers) > 5)]
    finer = [m * 10.0**n for n in decades for m in (1, 2, 5)]
    return [round(n, 12) for n in finer if least * 0.9 <= n <= most * 1.1]


def _dots(series: Series) -> list[Point]:
    return [point for group in series.groups for point in group]


def _along(group: Sequence[Point]) -> tuple[list[float], list[float]]:
    """Return the two directions of a group."""
    return [x for x, _ in group], [y for _, y in group]


def _halves(series: Series) -> list[Point]:
    """Return the two ends of the middle half of each group."""
    ends: list[Point] = []
    for group in series.groups:
        xs, ys = _along(group)
        (left, _, right), (low, _, high) = middle(xs), middle(ys)
        ends += [(left, low), (right, high)]
    return ends


def _medians(series: Series, up: Axis) -> list[Point]:
    """Return the median of each group, or the two ends of a mark across it."""
    found: list[Point] = []
    for group in series.groups:
        x, y = map(statistics.median, _along(group))
        half = 0.3 if up.names else 0.03 * (up.most - up.least)
        found += [(x, y)] if series.joined else [(x, y - half), (x, y + half)]
    return found


def _redraw(root: ElementTree.Element, series: list[Series]) -> None:
    """Draw what pygal has placed as few long paths; leave out what a plot on paper has not."""
    for parent in list(root.iter()):
        for name, value in parent.items():
            if value:
                parent.set(name, _LONG.sub(lambda found: f"{float(found[0]):.0f}", value))
            else:
                del parent.attrib[name]
        for child in list(parent):
            kind = child.get("class", "")
            empty = kind.startswith("series ") and len(child) == 0
            if empty or kind.endswith(_ON_SCREEN):
                parent.remove(child)
    for group in root.iter("g"):
        kind, _, rest = group.get("class", "").partition(" ")
        if kind == "axis":
            _join(group)
        elif match := re.match(r"serie-(\d+) ", rest):
            number, part = divmod(int(match[1]), len(_PARTS))
            _draw_series(group, series[number], [*_PARTS][part])


def _join(axis: ElementTree.Element) -> None:
    """Draw the guides of an axis, in the order of its labels, and its own line as one path."""
    guides = axis.findall("g/path")
    lines = " ".join(line.get("d", "") for line in [*guides, *axis.findall("path")])
    labels = axis.findall("g/text")
    axis[:] = [ElementTree.Element("path", {"d": lines}), *labels]


def _draw_series(group: ElementTree.Element, series: Series, kind: str) -> None:
    """Draw the circles of a group as one path."""
    places = [(float(c.get("cx", "")), float(c.get("cy", ""))) for c in group.iter("circle")]
    group.clear()
    group.tag = "path"
    drawn = {"d": _path(places, kind, series.joined)}
    group.attrib = {"class": kind, **_stroke(series, kind), **drawn}


def _stroke(series: Series, kind: str) -> dict[str, str]:
    colour, dashes = STYLES[series.style]
    found = {"fill": "none", "stroke": f"var({colour})", **_PARTS[kind]}
    if kind == "median" and series.joined and dashes:
        found["stroke-dasharray"] = dashes
    return found


def _path(places: list[Point], kind: str, joined: bool) -> str:
    """Return what draws places, to the pixel; dots in order, each from the one before."""
    whole = [(round(x), round(y)) for x, y in places]
    if kind == "points":
        ordered = sorted(whole)
        moves = (f"m{x - a} {y - b}h0" for (a, b), (x, y) in pairwise(ordered))
        return "M{} {}h0".format(*ordered[0]) + "".join(moves)
    steps = [f"{x} {y}" for x, y in whole]
    if kind == "median" and joined:
        return "M" + "L".join(steps)
    return "".join(f"M{a}L{b}" for a, b in zip(steps[::2], steps[1::2], strict=True))
