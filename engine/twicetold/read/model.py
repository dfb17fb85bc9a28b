"""What a page shows: its examples, the parts of them shown again, and its other blocks."""

from dataclasses import dataclass
from pathlib import Path

from twicetold.base.fault import Fault
from twicetold.read.mark import Marks
from twicetold.read.snippet import Snippet


@dataclass(frozen=True)
class Example:
    """A program that a page shows whole, and the output it shows for it.

    Args:
        page: the page's key, as in `sqlite/index`.
        where: the Markdown file, as messages show it.
        line: the line of the program's fence.
        name: the program's file, relative to the page's folder.
        language: `python` or `sh`.
        source: the program.
        output: the file with the output shown, or None where none is shown.
        must_fail: whether the page shows it failing.
        marks: what the marks before it ask for.
    """

    page: str
    where: str
    line: int
    name: str
    language: str
    source: Snippet
    output: Path | None
    must_fail: bool
    marks: Marks

    @property
    def variant(self) -> str:
        """The part of the output's name that tells two outputs of one program apart."""
        stem = Path(self.name).stem
        return self.output.name.removeprefix(stem)[1:-4] if self.output else ""

    @property
    def title(self) -> str:
        """The program's name, and its variant where it has one."""
        return f"{self.name} ({self.variant})" if self.variant else self.name


@dataclass(frozen=True)
class Prose:
    """A block that is shown and not run.

    Args:
        line: of its fence.
        language: as the fence names it.
        text: what is shown.
    """

    line: int
    language: str
    text: str


@dataclass(frozen=True)
class Page:
    """What a Markdown file shows.

    Args:
        key: the page's path in the folder of pages, without its ending.
        where: the Markdown file, as messages show it.
        examples: in the order of the page.
        sections: the snippet paths and section names of the parts shown.
        inputs: the paths of other snippets embedded.
        prose: the fences that are neither a program, nor part of one, nor its output.
        faults: what is wrong.
        without_output: faults that writing its outputs may end.
        whole: whether it could be told what belongs to what.
    """

    key: str
    where: str
    examples: tuple[Example, ...]
    sections: tuple[tuple[str, str], ...]
    inputs: tuple[str, ...]
    prose: tuple[Prose, ...]
    faults: tuple[Fault, ...]
    without_output: tuple[Fault, ...]
    whole: bool = True
