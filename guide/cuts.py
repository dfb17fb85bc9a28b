"""Make tables of what a power cut can leave, as the page on power loss has counted it."""

import re
from collections.abc import Iterator

from twicetold.base.project import Project

_ROW = re.compile(r"^(?P<name>\S.*?)\s+(?P<counts>\d+(?:\s+\d+){7})$", re.MULTILINE)


def tables(project: Project) -> dict[str, str]:
    """Return the text of each table, by the name of the file that pages embed.

    Args:
        project: the sources; without the page on power loss there is no table.
    """
    folder = project.snippets / "concepts" / "power-loss"
    if not folder.is_dir():
        return {}
    files, sqlite = ((folder / name).read_text("utf-8") for name in ("files.out", "sqlite.out"))
    return {
        "cuts-files.md": "\n".join(_files(files)) + "\n",
        "cuts-sqlite.md": "\n".join(_sqlite(sqlite)) + "\n",
    }


def counts(printed: str) -> dict[str, tuple[int, int, int]]:
    """Return how many states were tried, torn and lost, with names in order.

    Args:
        printed: the output of the program that counted.
    """
    found = {}
    for row in _ROW.finditer(printed):
        tried, _, torn, lost, *_ = map(int, row["counts"].split())
        found[row["name"]] = (tried, torn, lost)
    return found


def _files(printed: str) -> Iterator[str]:
    yield "| saved by | tried | torn | lost |"
    yield "|---|---:|---:|---:|"
    for name, (tried, torn, lost) in counts(printed).items():
        call, _, of = name.removeprefix("- ").partition(" of ")
        label = f"`atomic_write` without `{call}` of the {of}" if of else f"`{name}`"
        cells = _cell(torn, "bad"), _cell(lost, "fair")
        yield f"| {label} | {tried:,} | {' | '.join(cells)} |"


def _sqlite(printed: str) -> Iterator[str]:
    found = counts(printed)
    journals = dict.fromkeys(name.split()[0] for name in found)
    levels = dict.fromkeys(name.split()[1] for name in found)
    yield f"| journal | {' | '.join(f'`{level}`' for level in levels)} |"
    yield "|---|" + "---|" * len(levels)
    for journal in journals:
        cells = (_verdict(*found[f"{journal} {level}"]) for level in levels)
        yield f"| `{journal}` | {' | '.join(cells)} |"


def _cell(count: int, kind: str) -> str:
    return f"{count:,} {{: data-is={kind if count else 'good'} }}"


def _verdict(tried: int, torn: int, lost: int) -> str:
    """Return the worst that was counted, and of how many states."""
    if torn:
        return f"{torn:,} of {tried:,} torn {{: data-is=bad }}"
    if lost:
        return f"{lost:,} of {tried:,} lost {{: data-is=fair }}"
    return "kept {: data-is=good }"
