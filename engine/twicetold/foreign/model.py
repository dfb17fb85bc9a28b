"""What a page of any site is made of: its Python fences, and what each of them claims."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


class Sort(StrEnum):
    """What a fence is, as far as running it goes."""

    PROGRAM = "program"
    CONTINUES = "continues"
    SETUP = "set-up"
    FRAGMENT = "fragment"


class Ended(StrEnum):
    """How running a fence ended."""

    PASSED = "passed"
    RAISED = "raised"
    DIFFERS = "output differs"
    AGAIN = "second run differs"
    SLOW = "timed out"
    UNRUN = "not run"


@dataclass(frozen=True)
class Token:
    """A paragraph or a block of code, in whatever markup.

    Args:
        line: the first of it, from 1; of a block, the one with its mark or directive.
        text: what it shows.
        language: of a block, in lower case; None for a paragraph.
        above: how many lines are between that first one and the code, such as options; -1 if
            it has no mark.
        prefix: what is before the code in each of its lines: spaces, or the marks of a quote.
        attributes: of a block, by name.
        is_output: whether the page says that it is what the program above it prints.
        file: that the code is in, if it is not in the page.
    """

    line: int
    text: str
    language: str | None = None
    above: int = 0
    prefix: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    is_output: bool = False
    file: str = ""


@dataclass(frozen=True)
class Below:
    """A block with an output, below a program.

    Args:
        line: the one above what it shows, from 1.
        text: what it shows.
        sure: whether the page says that it is the output; if not, it may be something else.
        prefix: what is before it in each of its lines.
        file: that it is in, if it is not in the page.
    """

    line: int
    text: str
    sure: bool
    prefix: str = ""
    file: str = ""


@dataclass(frozen=True)
class Fence:
    """A block of Python in a page.

    Args:
        line: of its opening mark or directive, from 1.
        text: its lines without the indentation of the block.
        above: how many lines are between that first one and the text; -1 if it has no mark.
        prefix: what is before each line of it: spaces, or the marks of a quote.
        near: the paragraphs directly above and below it.
        below: the output below it, if any.
        attributes: of its mark or directive, by name.
        file: that its text is in, if it is not in the page.
    """

    line: int
    text: str
    above: int = 0
    prefix: str = ""
    near: str = ""
    below: Below | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    file: str = ""

    @property
    def top(self) -> int:
        """The line above its text, from 1."""
        return self.line + self.above

    @property
    def digest(self) -> str:
        """What names the fence wherever it is in its page."""
        shown = self.text + "\0" + (self.below.text if self.below else "")
        return hashlib.sha256(shown.encode()).hexdigest()[:16]

    @property
    def scope(self) -> str:
        """The session that the page says the fence is in; empty if it says nothing."""
        named = self.attributes.get("session") or self.attributes.get("group")
        executed = self.attributes.get("exec", "false").lower() in {"on", "1", "true", "yes"}
        return named or (f"line {self.line}" if executed else "")

    @property
    def may_fail(self) -> bool:
        """Whether its page says that it may raise an error, as notebooks do."""
        is_said = self.attributes.get("error", "").lower() == "true"
        return is_said or "raises-exception" in self.attributes.get("tags", "")


@dataclass(frozen=True)
class Step:
    """A statement after `>>>`, and what is shown below it.

    Args:
        line: in the text of its fence, from 1.
        source: the statement.
        want: what is shown; empty if nothing is.
        end: the line after the last of it in the text of its fence, from 1.
    """

    line: int
    source: str
    want: str
    end: int


@dataclass(frozen=True)
class Claim:
    """What is shown in `#>` comments, or in a string, below a `print`.

    Args:
        first: line of the statement in the text of its fence, from 1.
        last: line of the statement.
        want: what is shown.
        end: the last line of what is shown.
        column: of the statement.
    """

    first: int
    last: int
    want: str
    end: int
    column: int


@dataclass
class Block:
    """A fence, what it is, and how it ended.

    Args:
        fence: as it is in its page.
        name: its file.
        sort: what it is.
        reason: why, in words.
        steps: its statements, if it is a session.
        claims: its `#>` comments, if it is a program.
        uses: the places on the page of the fences that it continues, from 0.
        ended: how it ended.
        detail: what happened, in words.
        shown: what it printed as its page would show it, one text per step, claim or fence.
    """

    fence: Fence
    name: str
    sort: Sort = Sort.PROGRAM
    reason: str = ""
    steps: list[Step] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    uses: set[int] = field(default_factory=set)
    ended: Ended = Ended.UNRUN
    detail: str = ""
    shown: list[str | None] = field(default_factory=list)

    @property
    def runs(self) -> bool:
        return self.sort in {Sort.PROGRAM, Sort.CONTINUES}

    @property
    def failed(self) -> bool:
        return self.ended not in {Ended.PASSED, Ended.UNRUN}


@dataclass
class Foreign:
    """A page of any site.

    Args:
        name: its path as messages show it.
        blocks: its Python fences, in order.
        files: the files that its other fences show, by their names.
        settings: whether it shows settings, of a file or the environment, without its name.
        processes: how many were started to run it.
    """

    name: str
    blocks: list[Block]
    files: dict[str, str]
    settings: bool = False
    processes: int = 0
