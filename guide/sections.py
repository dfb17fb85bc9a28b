"""Read the sections of a page: what each is called, says and shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown.extensions.toc import slugify, unique

from press.say.search import answers
from twicetold.read.model import Example, Page

_HEADING = re.compile(
    r"(?P<level>#{1,6})\s+(?P<text>.+?)\s*(?:\{(?: *#(?P<id>[\w-]+))?[^}]*\})?\s*$"
)
# An item that says the cause of a message, or of an output's line by its number.
_CAUSE = re.compile(
    r"^(?:\| (?P<row>\d+) \| |(?:-|\d+\.) `(?P<message>[^`]+)`: )"
    r"(?P<text>[^|\n]+(?:\n  [^|\n]+)*)",
    re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True)
class Section:
    """A section of a page, with the programs in it.

    Args:
        address: from the folder of pages, as in `sqlite/rows.md#no-such-column`.
        heading: its text.
        meaning: the first sentence below its heading.
        answers: what the page says that it answers.
        examples: the programs.
        above: the first sentence above each program, by the line of that.
        causes: what an item of it says of a message, by that or by the number of its line.
    """

    address: str
    heading: str
    meaning: str
    answers: tuple[str, ...]
    examples: tuple[Example, ...]
    above: dict[int, str]
    causes: dict[str, str]


def read(page: Page, source: str, text: str, said: dict[str, Any]) -> Iterator[Section]:
    """Yield the sections of a page, in order.

    Args:
        page: as the engine reads it.
        source: its Markdown.
        text: the same, without its front matter.
        said: what that says.
    """
    above = source.count("\n") - text.count("\n")
    of_page = [question for section, question in answers(said) if not section]
    taken: set[str] = set()
    starts = []
    fenced = ""
    for number, line in enumerate(text.split("\n"), above + 1):
        if ticks := re.match(r"\s*(```+)", line):
            fenced = "" if fenced and ticks[1].startswith(fenced) else fenced or ticks[1]
        elif not fenced and (found := _HEADING.match(line)):
            text = found["text"].replace("`", "")
            anchor = found["id"] or unique(slugify(text, "-"), taken)
            starts.append((number, found["level"], text, anchor))
    lines = source.split("\n")
    ends = [number for number, *_ in starts[1:]] + [len(lines) + 1]
    for (number, level, heading, anchor), end in zip(starts, ends, strict=True):
        own = [question for section, question in answers(said) if section == anchor]
        yield Section(
            f"{page.key}.md" if level == "#" else f"{page.key}.md#{anchor}",
            heading,
            next(iter(_sentences(lines[number : end - 1])), heading),
            (*of_page, *own),
            examples := tuple(each for each in page.examples if number < each.line < end),
            {
                e.line: next(reversed(_sentences(lines[number : e.line - 1])), "")
                for e in examples
            },
            {
                (f"{cause['row']}. " if cause["row"] else cause["message"]): said
                for cause in _CAUSE.finditer("\n".join(lines[number : end - 1]))
                for said in _sentences([cause["text"]])
            },
        )


def _sentences(lines: list[str]) -> list[str]:
    """Return the first sentence of each text in some lines, without what Markdown adds."""
    blocks = re.split(r"\n\s*\n", re.sub(r"```.*?(?:```|\Z)", "", "\n".join(lines), flags=re.S))
    texts = (" ".join(_LINK.sub(r"\1", block).replace("**", "").split()) for block in blocks)
    texts = (text for text in texts if text and not text.startswith(tuple("<|=-!?")))
    return [re.split(r"(?<=[.!?:])\s", text)[0].rstrip(":.") for text in texts]
