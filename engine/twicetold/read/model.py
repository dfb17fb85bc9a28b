"""What a page shows: its examples, the parts of them shown again, and its other blocks."""

from dataclasses import dataclass

from twicetold.base.fault import Fault
from twicetold.read.mark import Marks
from twicetold.read.scan import Fence
from twicetold.read.snippet import Snippet

PROGRAM, OUTPUT, INPUT = "program", "output", "input"


@dataclass(frozen=True)
class File:
    """A file of the folder that a page's programs share.

    Args:
        name: relative to that folder, with `/`.
        where: the file to open, as messages show it; the page if it is written there.
        kind: PROGRAM, OUTPUT (which only the reader of the page sees) or INPUT.
        data: what it holds; of a program, what is published.
        source: a program with its sections, else None.
        line: on which it begins in the file to open.
    """

    name: str
    where: str
    kind: str
    data: bytes
    source: Snippet | None = None
    line: int = 1


@dataclass(frozen=True)
class Output:
    """An output that a page shows for a program.

    Args:
        name: its file, relative to the page's folder, with `/`.
        where: the file to open, as messages show it.
        text: what is shown; nothing while the file is not there.
        fence: the fence if it is written in the page, else None.
    """

    name: str
    where: str
    text: str
    fence: Fence | None = None


@dataclass(frozen=True)
class Part:
    """A part of a file, shown for itself.

    Args:
        path: the file under snippets/.
        name: of the section.
        text: what is shown.
        line: of its fence.
    """

    path: str
    name: str
    text: str
    line: int


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
        output: the output shown, or None where none is shown.
        must_fail: whether the page shows it failing.
        marks: what the marks before it ask for.
        blocks: of a program written in the page, its fences.
        untitled: the line of a fence that would be its output, if that had a title; or 0.
    """

    page: str
    where: str
    line: int
    name: str
    language: str
    source: Snippet
    output: Output | None
    must_fail: bool
    marks: Marks
    blocks: tuple[Fence, ...] = ()
    untitled: int = 0

    @property
    def shared(self) -> str:
        """The folder of a program that other pages may show; nothing for the page's own."""
        folder = self.source.name.removesuffix(f"/{self.name}")
        own = bool(self.blocks) or f"/{folder}".endswith(f"/{self.page}")
        return "" if own else folder.rpartition("/")[2]

    @property
    def shown(self) -> tuple[tuple[int, str], ...]:
        """What the page shows of it: the line of each fence, and the text in it."""
        blocks = tuple((fence.line, fence.text) for fence in self.blocks)
        return blocks or ((self.line, self.source.text),)

    @property
    def expected(self) -> str:
        """The text of the output shown for it, or nothing."""
        return self.output.text if self.output else ""

    @property
    def variant(self) -> str:
        """The part of the output's name that tells two outputs of one program apart."""
        stem = self.name.rpartition(".")[0]
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
        sections: the parts of files shown.
        inputs: the paths of other snippets embedded.
        files: all of the folder that its programs share.
        lines: its text, its front matter blank.
        prose: the fences that are neither a program, nor part of one, nor its output.
        faults: what is wrong.
        without_output: faults that writing its outputs may end.
        whole: whether it could be told what belongs to what.
        links: the symbolic links in the folder of its files.
    """

    key: str
    where: str
    examples: tuple[Example, ...]
    sections: tuple[Part, ...]
    inputs: tuple[str, ...]
    files: tuple[File, ...]
    lines: tuple[str, ...]
    prose: tuple[Prose, ...]
    faults: tuple[Fault, ...]
    without_output: tuple[Fault, ...]
    whole: bool = True
    links: tuple[str, ...] = ()
