"""Find the fences, marks and embedded parts of a page, and what would hide one from a tool."""

import re
from dataclasses import dataclass, field

from twicetold.base.fault import Fault
from twicetold.read import comments

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<ticks>`{3,})(?P<info>[^`]*)$")
_MARK = re.compile(r"<!--[-\s]*(pytest-codeblocks:(?P<keyword>.*)|pytest\.mark\..*)-->$")
_PART = re.compile(r"[ \t]*;*-+8<-")


@dataclass(frozen=True)
class Mark:
    """A comment before a fence.

    Args:
        line: its line.
        indent: how far it is indented.
        keyword: what pytest-codeblocks calls it, or nothing for one of pytest's.
    """

    line: int
    indent: int
    keyword: str


@dataclass(frozen=True)
class Fence:
    """A fenced block.

    Args:
        line: of its first back ticks.
        last: of its last back ticks.
        ticks: how many there are.
        info: what is behind the first.
        text: what is between them, without their indent.
        is_output: whether it is marked as the output of the fence above.
        needs: the modules of its `importorskip` marks.
        continues: whether it is marked as going on with the program above.
    """

    line: int
    last: int
    ticks: int
    info: str
    text: str
    is_output: bool
    needs: tuple[str, ...]
    continues: bool = False


@dataclass
class Scan:
    """What a page is made of.

    Args:
        fences: from top to bottom.
        parts: the lines that embed a file outside a fence.
        faults: what is wrong.
        lost: whether it can't be told what belongs to what.
    """

    fences: list[Fence] = field(default_factory=list)
    parts: list[tuple[int, str]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lost: bool = False


def scan(lines: list[str], where: str, inline: bool = False) -> Scan:
    """Read a page from top to bottom.

    Args:
        lines: its text, its front matter blank.
        where: its name in a message.
        inline: whether programs may be written in it, and continued.
    """
    scanner = _Scanner(lines, where, inline)
    scanner.run()
    return scanner.found


class _Scanner:
    """Goes through the lines of a page once."""

    def __init__(self, lines: list[str], where: str, inline: bool) -> None:
        self.lines = lines
        self.where = where
        self.inline = inline
        self.found = Scan()
        self.marks: list[Mark] = []  # before the next fence
        self.above: Fence | None = None  # the fence that ended, with nothing below it yet

    def run(self) -> None:
        index = 0
        while index < len(self.lines) and not self.found.lost:
            line = self.lines[index]
            if match := _FENCE.match(line):
                index = self._fence(index, match)
            elif "<!--" in comments.bare(line):
                index = self._comment(index)
            else:
                if line.strip():
                    self._text(index + 1, line)
                index += 1
        if not self.found.lost:
            self._unheeded()

    def fault(self, line: int, message: str, *, lost: bool = False) -> None:
        self.found.faults.append(Fault(self.where, line, message))
        self.found.lost |= lost

    def _text(self, number: int, line: str) -> None:
        """Read a line of text."""
        self._unheeded()
        self.above = None
        if line.lstrip().startswith("```"):
            wanted = "a fence has no back ticks behind its first; inline code has one or two"
            self.fault(number, wanted, lost=True)
        elif _PART.match(line):
            self.found.parts.append((number, line.strip()))
        elif problem := comments.problem(comments.bare(line)):
            self.fault(number, problem)

    def _unheeded(self) -> None:
        """Fault the marks that no fence follows."""
        for mark in self.marks:
            problem = "no fence is directly below this mark, so nothing heeds it"
            self.fault(mark.line, problem, lost=True)
        self.marks = []

    def _comment(self, index: int) -> int:
        """Read a comment; return the index of the line after it."""
        line = self.lines[index]
        match = _MARK.match(line.strip())
        if match is not None and line.count("-->") == 1:
            self._mark(index + 1, line, match)
            return index + 1
        last = index
        start = line.index("<!--")
        while "-->" not in self.lines[last][start if last == index else 0 :]:
            last += 1
            if last == len(self.lines):
                self.fault(
                    index + 1, "this comment is never closed; end it with -->", lost=True
                )
                return last
        inside = self.lines[index : last + 1]
        for number, each in enumerate(inside, index + 1):
            if each.lstrip().startswith(("```", "~~~")):
                problem = f"this fence is in a comment, which opens on line {index + 1}"
                self.fault(number, f"{problem}: nobody sees it; take it out", lost=True)
                break
        written = re.findall(r"<!--(.*?)-->", "\n".join(inside), re.DOTALL)
        for problem in filter(None, map(comments.of_comment, written)):
            advice = "a mark has a line of its own, the last above its fence"
            self.fault(index + 1, f"{problem}; {advice}", lost=True)
        if last == index and comments.bare(re.sub("<!--.*?-->", "", line)).strip():
            self._text(index + 1, re.sub("<!--.*?-->", "", line))
        return last + 1

    def _mark(self, number: int, line: str, match: re.Match[str]) -> None:
        keyword = (match["keyword"] or "").strip("- ")
        if keyword == "cont" and self.inline:
            pass  # whose place is checked where the fences are paired
        elif match["keyword"] is not None and (problem := comments.of_keyword(keyword)):
            self.fault(number, problem, lost=True)
        elif keyword == "expected-output" and self.above is None:
            wanted = "put it directly below the program that printed it"
            self.fault(number, f"no fence is directly above this output; {wanted}", lost=True)
        elif keyword == "expected-output" and self.above and self.above.is_output:
            wanted = "a program has one output; put this below a program of its own"
            self.fault(number, f"a second output: {wanted}", lost=True)
        self.marks.append(Mark(number, len(line) - len(line.lstrip()), keyword))

    def _fence(self, index: int, start: re.Match[str]) -> int:
        """Read a fence; return the index of the line after it."""
        number = index + 1
        indent, ticks, info = start["indent"], start["ticks"], start["info"].strip()
        if "\t" in indent or len(indent) % 4:
            wanted = "indent it by four spaces for each list, note or tab that it is in"
            self.fault(number, f"this fence is indented by {indent!r}; {wanted}", lost=True)
        is_output = self._heeded(number, len(indent))
        inside: list[str] = []
        for last, line in enumerate(self.lines[number:], number + 1):
            text = line.strip()
            if line.rstrip() == indent + ticks:
                skips = (m.keyword for m in self.marks if m.keyword.startswith("importorskip("))
                needs = tuple(keyword[len("importorskip(") : -1] for keyword in skips)
                whole = "".join(f"{each}\n" for each in inside)
                place = (number, last, len(ticks), info, whole)
                self.above = Fence(*place, is_output, needs, self._marked("cont"))
                self.found.fences.append(self.above)
                self.marks = []
                return last
            if text.startswith(ticks):
                self._not_its_end(number, last, text, ticks)
                return last
            if text and not line.startswith(indent):
                wanted = f"indent it like its fence on line {number}"
                self.fault(last, f"this line ends the block for a reader; {wanted}", lost=True)
                return last
            inside.append(line.removeprefix(indent) if text else line[len(indent) :])
        self.fault(number, f"this fence is never closed; end it with {ticks}", lost=True)
        return len(self.lines)

    def _not_its_end(self, first: int, number: int, text: str, ticks: str) -> None:
        """Fault a line of back ticks that ends a fence for one tool and not for another."""
        if not text.strip("`"):
            wanted = f"exactly {ticks}, indented like the fence on line {first}"
            self.fault(number, f"this does not close the fence; write {wanted}", lost=True)
            return
        wanted = f"close it; if the line belongs to the block, open and close it with {ticks}`"
        self.fault(
            first, f"this fence is not closed before line {number}: {text}\n{wanted}", lost=True
        )

    def _marked(self, keyword: str) -> bool:
        return any(mark.keyword == keyword for mark in self.marks)

    def _heeded(self, number: int, indent: int) -> bool:
        """Fault the marks that this fence does not heed; return whether it is an output."""
        is_output, goes_on = map(self._marked, ("expected-output", "cont"))
        for mark in self.marks:
            if mark.indent != indent:
                wanted = f"indent it like its fence on line {number}"
                self.fault(
                    mark.line, f"this mark ends the block for a reader; {wanted}", lost=True
                )
            elif is_output and mark.keyword != "expected-output":
                problem = "this mark is between a program and its output"
                self.fault(mark.line, f"{problem}; write it above the program", lost=True)
            elif goes_on and mark.keyword != "cont":
                problem = "this mark is inside a program, whose blocks are run together"
                self.fault(mark.line, f"{problem}; write it above the first", lost=True)
        return is_output
