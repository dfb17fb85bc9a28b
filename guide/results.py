"""Make tables of what programs printed in columns, each cell marked by its meaning."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from twicetold.base.project import Project

_COLUMN = re.compile(r"(?:^|(?<=  ))\S")  # two spaces or more are between columns
_SURVIVES = {
    "same": ("same", "good"),
    "refused": ("refused", "bad"),
    "other": ("changed", "fair"),
}


def tables(project: Project) -> dict[str, str]:
    """Return the text of each table, by the name of the file that pages embed.

    Args:
        project: the sources; of a page that is not there no table is made.
    """
    folder = project.snippets / "reference"
    made = {
        "survives.md": _table([folder / "what-survives" / "matrix.out"], "value", _survived),
        "kept.md": _table([folder / "transaction-modes" / "read.new.out"], "kept after", _kept),
        "pragmas.md": _table([folder / "pragmas" / "where.out"], "PRAGMA", _where),
        "versions.md": _table(sorted(folder.glob("versions/table.*.out")), "tried", _tried),
    }
    return {name: text for name, text in made.items() if text}


def columns(text: str) -> list[list[str]]:
    """Return the cells of each line of a text that is printed in columns, its heads first."""
    head, *lines = text.splitlines()
    places = sorted({0, *(match.start() for match in _COLUMN.finditer(head))})
    ends = [*places[1:], None]
    return [
        [line[place:end].strip() for place, end in zip(places, ends, strict=True)]
        for line in (head, *lines)
        if line.strip()
    ]


def _table(files: list[Path], first: str, word: Callable[[str], tuple[str, str]]) -> str:
    """Return the outputs beside each other, as Markdown: all begin with the same columns.

    The column that names what a row is about comes first, for phones keep that one in sight.
    """
    read = [columns(file.read_text("utf-8")) for file in files if file.is_file()]
    if not read:
        return ""
    head = read[0][0]
    known = head.index(first) + 1 if first in head else 1
    rows = [
        [row[known - 1], *row[: known - 1]]
        + [cell for each in read for cell in each[number][known:]]
        for number, row in enumerate(read[0])
    ]
    return "\n".join(_lines(rows, known, first, word)) + "\n"


def _lines(
    rows: list[list[str]], known: int, first: str, word: Callable[[str], tuple[str, str]]
) -> Iterator[str]:
    head, *rest = rows
    yield f"| {' | '.join([first, *head[1:]])} |"
    yield "|" + "---|" * len(head)
    for row in rest:
        cells = [_cell(*word(cell)) for cell in row[known:]]
        said = (cell.replace("{", "&#123;") for cell in row[:known])  # would be attributes
        yield f"| {' | '.join([*said, *cells])} |"


def _cell(shown: str, kind: str) -> str:
    return f"{shown} {{: data-is={kind} }}" if kind else shown


def _survived(cell: str) -> tuple[str, str]:
    return _SURVIVES.get(cell, (f"becomes `{cell}`", "fair"))


def _kept(cell: str) -> tuple[str, str]:
    if cell == "refused":
        return cell, "bad"
    return ("nothing", "fair") if cell == "0" else (f"{cell} kept", "good")


def _where(cell: str) -> tuple[str, str]:
    kinds = {"file": "good", "connection": "fair", "nothing": "bad", "refused": "bad"}
    return cell, kinds[cell]


def _tried(cell: str) -> tuple[str, str]:
    if cell.endswith("Error"):
        return f"`{cell}`", "bad"
    if cell.endswith("Warning"):
        return f"`{cell}`", "fair"
    return (cell, "good") if cell in {"there", "accepted"} else (cell, "")
