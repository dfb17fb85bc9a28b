"""Hand a page's folder from one Python to another: what one wrote, the other reads."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from twicetold.base import host
from twicetold.base.project import Project
from twicetold.read import page
from twicetold.run import folder
from twicetold.run.folder import Folder
from twicetold.run.patience import HANGS
from twicetold.versions.interpreters import Interpreter


@dataclass(frozen=True)
class Handover:
    """Two programs of a page: one writes, the other reads.

    Args:
        name: of the format, as in `pickle`.
        page: the page's key.
        writer: the program that writes.
        reader: the program that reads it back and prints.
    """

    name: str
    page: str
    writer: str
    reader: str

    @property
    def file(self) -> str:
        """The computed file with its table."""
        return f"across-{self.name}.md"


HANDOVERS = (
    Handover("path", "reference/versions", "save_path.py", "load_path.py"),
    Handover("pickle", "pickle/index", "save.py", "load.py"),
    Handover("shelve", "key-value/shelve", "save.py", "read.py"),
    Handover("sqlite", "sqlite/index", "save.py", "read.py"),
)
READS = "the same"

Cells = dict[tuple[str, str], str]


def compute(project: Project, each: Handover, found: list[Interpreter]) -> Cells:
    """Return what each interpreter makes of what each wrote, by the labels of the two.

    Args:
        project: the sources.
        each: the programs.
        found: the interpreters.
    """
    cells = {}
    read = page.read(project, project.page(each.page))
    for writer in found:
        for reader in found:
            with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
                place = folder.make(project, read, Path(base))
                cell = _run(project, each, each.writer, writer, place)
                if cell == READS:
                    cell = _run(project, each, each.reader, reader, place)
            cells[wrote(each, writer), has(each, reader)] = cell
    return cells


def text(each: Handover, found: list[Interpreter], cells: Cells) -> str:
    """Return the computed file.

    Args:
        each: the programs.
        found: the interpreters, in the order of the table.
        cells: what they made of it.
    """
    readers = [has(each, reader) for reader in found]
    lines = [
        f"| written by | {' | '.join(f'read by {reader}' for reader in readers)} |",
        "|---" * (len(found) + 1) + "|",
    ]
    for writer in found:
        row = wrote(each, writer)
        lines.append(f"| {row} | {' | '.join(cells[row, reader] for reader in readers)} |")
    versions = ", ".join(f"{i.version}{'t' if i.free_threaded else ''}" for i in found)
    programs = f"`{each.writer}` and `{each.reader}` of `{each.page}`"
    made = f"Computed by `make across` with CPython {versions} on {host.this().system}"
    return "\n".join([*lines, "", f"{made}, from {programs}.", ""])


def read(file: Path) -> Cells:
    """Return the cells of a computed file, none if it is not there.

    Args:
        file: in theme/includes/.
    """
    lines = file.read_text("utf-8").splitlines() if file.is_file() else []
    rows = [re.split(r" \| ", line.strip("| ")) for line in lines if line.startswith("| ")]
    return {
        (row[0], reader.removeprefix("read by ")): cell
        for row in rows[1:]
        for reader, cell in zip(rows[0][1:], row[1:], strict=True)
    }


def _run(project: Project, each: Handover, program: str, by: Interpreter, place: Folder) -> str:
    """Run a program; return READS if it did as its page shows, else its last line."""
    done = subprocess.run(
        [str(by.path), program],
        cwd=place.page,
        env=folder.environment(1) | place.places(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=HANGS,
        check=False,
    )
    file = project.snippets / each.page / f"{Path(program).stem}.out"
    expected = file.read_text("utf-8") if file.is_file() else ""
    if done.returncode == 0 and done.stdout == expected:
        return READS
    said = done.stdout.strip().splitlines() or [f"exit status {done.returncode}"]
    return f"`{said[-1]}`"


def wrote(each: Handover, by: Interpreter) -> str:
    return f"{by.short}: `dbm.{by.backends[0]}`" if each.name == "shelve" else by.short


def has(each: Handover, by: Interpreter) -> str:
    if each.name != "shelve":
        return by.short
    return f"{by.short}: {', '.join(f'`{name}`' for name in by.backends)}"
