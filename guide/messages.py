"""Gather the error messages that programs of the site print, and where it says why."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markdown.extensions.toc import slugify, unique
from mkdocs.utils.meta import get_data

from press.say.search import answers
from twicetold.base.project import Project
from twicetold.read.model import Example, Page

# What a message belongs to: by the module that raises it, else by the first of its page's tags.
GROUPS = {
    "sqlite": "SQLite",
    "pickle": "pickle",
    "json": "JSON",
    "csv": "CSV",
    "shelve": "shelve and dbm",
    "files": "Files",
    "packaging": "Packaging",
}
_MODULES = {"sqlite3": "sqlite", "_pickle": "pickle", "json": "json", "dbm": "shelve"}
_TYPE = r"(?:(?:[a-z_]\w*\.)*[A-Z]?\w*(?:Error|Exception|Warning|Operation)|[a-z]\w*\.error)"
_LABEL = r"^(?:(?P<label>[^:\n]{1,40}): )?"
_RAISED = re.compile(rf"{_LABEL}(?P<message>{_TYPE}: \S.*)$", re.MULTILINE)
_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<text>.+?)\s*(?:\{[^}]*\})?\s*$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_NUMBER = re.compile(r"\d+")


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
    """

    address: str
    heading: str
    meaning: str
    answers: tuple[str, ...]
    examples: tuple[Example, ...]
    above: dict[int, str]


@dataclass(frozen=True)
class Message:
    """A message that a program of the site prints.

    Args:
        group: a key of GROUPS.
        text: as it is printed, in one line.
        meanings: what it means, and where that is explained.
    """

    group: str
    text: str
    meanings: tuple[tuple[str, str], ...]


def gather(project: Project, pages: list[Page]) -> list[Message]:
    """Return each message once, by group.

    Args:
        project: the sources.
        pages: all pages, as the engine reads them.
    """
    sections = []
    for page in pages:
        if not page.key.startswith("blog/"):
            source = project.page(page.key).read_text("utf-8")
            text, said = get_data(source)
            own = _raised_by_hand(page)
            found = _sections(page, source, text, said)
            sections += [(section, said.get("tags", ()), own) for section in found]
    headings = Counter(section.heading for section, _, _ in sections)
    rows: dict[tuple[str, str], Message] = {}
    for section, tags, own in sections:
        for text, meaning in _messages(section, headings[section.heading] > 2):
            if _is_own(text, own):
                continue
            group = _group(text, tags)
            key = (group, _NUMBER.sub("…", _bare(text)).lower())
            first = rows.get(key, Message(group, text, ()))
            best = max(first.text, text, key=_how_full)
            there = [address for _, address in first.meanings]
            more = () if section.address in there else ((meaning, section.address),)
            rows[key] = Message(group, best, (*first.meanings, *more))
    order = list(GROUPS)
    return sorted(
        rows.values(), key=lambda row: (order.index(row.group), _bare(row.text).lower())
    )


def table(messages: list[Message]) -> str:
    """Return the messages as Markdown: a table for each group.

    Args:
        messages: sorted by group.
    """
    count = f"{len(messages)} messages, each printed by a program on the page that explains it."
    lines = [count, "{ .filter }", ""]
    for group, title in GROUPS.items():
        rows = [each for each in messages if each.group == group]
        if rows:
            lines += [f"## {title} {{ data-search-exclude }}", ""]
            lines += ["| message | what it means |", "|---|---|"]
            lines += [f"| {_code(row.text)} | {_links(row)} |" for row in rows] + [""]
    return "\n".join(lines)


def _sections(page: Page, source: str, text: str, said: dict[str, Any]) -> Iterator[Section]:
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
            starts.append((number, found["level"], found["text"].replace("`", "")))
    lines = source.split("\n")
    ends = [number for number, _, _ in starts[1:]] + [len(lines) + 1]
    for (number, level, heading), end in zip(starts, ends, strict=True):
        anchor = unique(slugify(heading, "-"), taken)
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
        )


def _sentences(lines: list[str]) -> list[str]:
    """Return the first sentence of each text in some lines, without what Markdown adds."""
    blocks = re.split(r"\n\s*\n", re.sub(r"```.*?(?:```|\Z)", "", "\n".join(lines), flags=re.S))
    texts = (" ".join(_LINK.sub(r"\1", block).replace("**", "").split()) for block in blocks)
    texts = (text for text in texts if text and not text.startswith(("<", "|", "=", "-", "!")))
    return [re.split(r"(?<=[.!?:])\s", text)[0].rstrip(":.") for text in texts]


def _messages(section: Section, is_common: bool) -> Iterator[tuple[str, str]]:
    """Yield what its programs print, with the type or as the page calls it, and what it means.

    Args:
        section: the section.
        is_common: whether other pages have a section of that name.
    """
    for example in section.examples:
        raised = [*_RAISED.finditer(example.expected)]
        known = [_bare(match["message"]).lower() for match in raised]
        for said in (section.heading, *section.answers):
            bare = re.sub('^"(.*)"$', r"\1", _bare(said))
            name = rf"(?P<message>{re.escape(bare)}(?:: \S+$)?)"
            line = re.compile(f"{_LABEL}.*?{name}", re.MULTILINE | re.IGNORECASE)
            least = 3 if said == section.heading else 2
            if len(bare.split()) >= least and not any(bare.lower() in each for each in known):
                raised += [*line.finditer(example.expected)][:1]
        labels = [match["label"] for match in raised if " " in (match["label"] or "")]
        for match in raised:
            if match["label"] in labels and len(labels) == len(set(labels)) > 1:
                meaning = match["label"][0].upper() + match["label"][1:]
            elif is_common:
                meaning = section.above[example.line]
            else:
                meaning = _meaning(section, match["message"])
            yield match["message"], meaning or section.meaning


def _how_full(message: str) -> tuple[bool, bool]:
    """Return whether a message begins with its type, and that with its module."""
    kind = re.match(rf"{_TYPE}: ", message)
    return kind is not None, kind is not None and "." in kind[0]


def _bare(message: str) -> str:
    """Return a message without its type."""
    return re.sub(rf"^{_TYPE}: ", "", message)


def _meaning(section: Section, message: str) -> str:
    """Return what a message means: the heading, unless that is the message itself."""
    heading = re.findall(r"\w{3,}", section.heading)
    is_message = 2 * len(set(heading) & set(re.findall(r"\w{3,}", message))) >= len(heading)
    return section.meaning if is_message else section.heading


def _raised_by_hand(page: Page) -> str:
    """Return the text of what a page's programs raise themselves."""
    lines = "\n".join(each.source.text for each in page.examples)
    return "\n".join(re.findall(r"(?:raise |sys\.exit\()[^\n]*(?:\n[^\n]*)?", lines))


def _is_own(message: str, raised: str) -> bool:
    """Return whether a program made a message up: three words of it are behind a `raise`."""
    words = _bare(message).split()
    return any(" ".join(words[at : at + 3]) in raised for at in range(max(1, len(words) - 2)))


def _group(message: str, tags: list[str]) -> str:
    module = _MODULES.get(message.partition(".")[0])
    return module or next((tag for tag in tags if tag in GROUPS), "files")


def _code(text: str) -> str:
    ticks = "``" if "`" in text else "`"
    return f"{ticks}{text}{ticks}".replace("|", "\\|")


def _links(row: Message) -> str:
    return "<br>".join(
        f"[{meaning}]({address})".replace("|", "\\|") for meaning, address in row.meanings
    )
