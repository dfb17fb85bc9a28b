"""What is known of one run of one program: a kind, and what it is said of."""

from dataclasses import dataclass
from enum import Enum, auto

from twicetold.read.model import Example
from twicetold.run.cold import Happened


class Kind(Enum):
    """How a run ended, with its facts in parentheses."""

    PASSED = auto()
    SKIPPED = auto()  # (why)
    ABSENT = auto()  # (its file)
    LOST = auto()
    TOO_LONG = auto()  # (the seconds it had)
    TOO_MUCH = auto()  # (the bytes it may print)
    LEFT = auto()
    UNMADE = auto()  # (a folder that it removed, as words name it)
    CHANGED = auto()  # (a program of its page)
    REMOVED = auto()  # (a program of its page)
    KILLED = auto()  # (the signal)
    FAILED = auto()  # (its exit status)
    NOT_FAILED = auto()
    WARNED = auto()  # (the warning)
    FORBIDDEN = auto()  # (what it did)
    NO_COMMAND = auto()  # (a command that sh does not know)
    CHARACTER = auto()  # (one that no page can show, its line)
    NO_NEWLINE = auto()
    MACHINE = auto()  # (what differs from machine to machine, its value here)
    DAY = auto()  # (what differs from day to day, its value today)
    NOT_SHOWN = auto()
    UNTITLED = auto()  # (the line of the block that would be its output)
    SILENT = auto()
    DIFFERS = auto()


_OF_OUTPUT = frozenset((Kind.NOT_SHOWN, Kind.UNTITLED, Kind.SILENT, Kind.DIFFERS))


@dataclass(frozen=True)
class Finding:
    """What is wrong with a run.

    Args:
        kind: what is to be said.
        facts: of whom and of what, in the order of the words.
    """

    kind: Kind
    facts: tuple[object, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """How one run of one program ended; `words` tells it.

    Args:
        example: the program; it knows its page and line.
        finding: the kind, and its facts.
        happened: what it did, or None if it was not run.
        expected: the output that is shown.
        printed: what it printed, as a page would show it.
        whole: the same as messages show it, if something is wrong.
        renew: the command that writes the outputs of its page.
        title: what the site calls an output.
        first: the verdict on the first run, if this is on the second.
    """

    example: Example
    finding: Finding
    happened: Happened | None = None
    expected: str = ""
    printed: str = ""
    whole: str = ""
    renew: str = ""
    title: str = "Output"
    first: "Verdict | None" = None

    @property
    def kind(self) -> Kind:
        return self.finding.kind

    @property
    def wrong(self) -> bool:
        return self.kind not in {Kind.PASSED, Kind.SKIPPED}

    @property
    def fit(self) -> bool:
        """Whether a page could show what it printed, as far as is known."""
        return not self.wrong or self.kind in _OF_OUTPUT

    @property
    def as_before(self) -> bool:
        """Whether it went wrong just as the first run did, if this is the second."""
        before = self.first and (self.first.finding, self.first.whole)
        return self.wrong and before == (self.finding, self.whole)

    @property
    def skipped(self) -> str | None:
        """Why it was not run, or None."""
        return str(self.finding.facts[0]) if self.kind is Kind.SKIPPED else None

    @property
    def repeats(self) -> bool:
        """Whether it printed what the first run did, if this is the second."""
        before = self.first.happened if self.first else self.happened
        after = self.happened
        return before is not None and after is not None and before.output == after.output
