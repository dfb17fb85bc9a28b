"""Make the rows of the page `choose` whose cells are read from what programs printed."""

from pathlib import Path

from guide import cuts
from guide.results import columns
from twicetold.base.project import Project

_FORMATS = ("JSON", "pickle", "shelve", "SQLite")
_BY = {"shelve": ("by its key", "fair"), "SQLite": ("by any column", "good")}  # as asked for


def rows(project: Project) -> str:
    """Return the rows as Markdown, each begun by the section that proves it.

    Args:
        project: the sources; nothing where the page is not there.
    """
    folder = project.snippets / "choose"
    if not folder.is_dir():
        return ""
    writers = _said(folder / "visits.out") | {"shelve": [_shelf(project)]}
    found = _said(folder / "half_spoilt.out")
    given = _said(folder / "unwrap.out")
    made = {
        "[Keeps the changes of two writers](#two-writers-at-once)": [
            ("yes", "good") if writers[name] == ["2"] else ("loses one", "bad")
            for name in _FORMATS
        ],
        "[Safe to open from a stranger](#a-file-from-a-stranger)": [
            _safe(given[name]) for name in _FORMATS
        ],
        "[Finds one record without loading all](#one-record-out-of-many)": [
            ("no", "bad") if found[name] == ["nothing"] else _BY[name] for name in _FORMATS
        ],
        "[Whole after a power cut](concepts/power-loss.md#files)": _cut(project),
        "[Keeps Python types](reference/what-survives.md#the-table)": _kept(project),
    }
    return "\n".join(
        f"| {name} | {' | '.join(f'{text} {{: data-is={kind} }}' for text, kind in cells)} |"
        for name, cells in made.items()
    )


def _said(file: Path) -> dict[str, list[str]]:
    """Return what a program printed about each format, as `JSON:   1`."""
    said: dict[str, list[str]] = {}
    for line in file.read_text("utf-8").splitlines():
        name, _, text = line.partition(":")
        said.setdefault(name, []).append(text.strip())
    return said


def _shelf(project: Project) -> str:
    """Return how many of two writers' entries, Bob's and Carol's, a shelf kept."""
    left = (project.snippets / "key-value/shelve/who.out").read_text("utf-8")
    return str(("bob" in left) + ("carol" in left))


def _safe(printed: list[str]) -> tuple[str, str]:
    if any("code runs" in line for line in printed):
        return "runs their code", "bad"
    return ("if you only read", "fair") if printed[1:] else ("yes", "good")


def _cut(project: Project) -> list[tuple[str, str]]:
    """Return what the states that a power cut can leave are, in a stated model of the disk."""
    folder = project.snippets / "concepts/power-loss"
    found = cuts.counts((folder / "files.out").read_text("utf-8"))
    found |= cuts.counts((folder / "sqlite.out").read_text("utf-8"))
    _, *atomic = found["atomic_write"]
    _, torn, lost = found["delete full"]
    replaced = ("no", "bad") if any(atomic) else ("if you replace and sync it", "fair")
    database = "yes; its last commit may be lost" if lost else "yes"
    return [
        replaced,
        replaced,
        ("not with `dbm.dumb`", "bad") if found["shelve, dbm.dumb"][1] else ("yes", "good"),
        ("no", "bad") if torn else (database, "good"),
    ]


def _kept(project: Project) -> list[tuple[str, str]]:
    head, *values = columns(
        (project.snippets / "reference/what-survives/matrix.out").read_text("utf-8")
    )
    places = [head.index(name.lower()) for name in _FORMATS]
    same = [sum(row[place] == "same" for row in values) for place in places]
    most = len(values)
    return [(f"{n} of {most}", "good" if n == most else "fair") for n in same]
