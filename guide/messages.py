"""Gather the error messages that programs of the site print, and where it says why."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.utils.meta import get_data

from guide import sections
from guide.sections import Section
from twicetold.base.project import Project
from twicetold.read.model import Page

# What a message belongs to: by the module that raises it, else by the first of its page's tags.
GROUPS = {
    "sqlite": "SQLite",
    "pickle": "pickle",
    "json": "JSON",
    "csv": "CSV",
    "shelve": "shelve and dbm",
    "files": "Files",
    "packaging": "Packaging",
    "beyond": "Other libraries",
}
_MODULES = {
    "binascii": "files",
    "dbm": "shelve",
    "json": "json",
    "_pickle": "pickle",
    "sqlite3": "sqlite",
    "struct": "files",
}
_ENDS = "Error|Exception|Warning|Operation|BadZipFile"
_TYPE = rf"(?:(?:[a-z_]\w*\.)*[A-Z]?\w*(?:{_ENDS})|[a-z]\w*\.error)"
_LABEL = r"^(?:(?P<label>[^:\n]{1,40}): )?"
_RAISED = re.compile(rf"{_LABEL}(?P<message>{_TYPE}: \S.*)$", re.MULTILINE)
_NUMBER = re.compile(r"\d+")
# By section: the meaning of a message, by a part of it; nothing, if it is not to be listed.
MEANINGS: dict[str, dict[str, str]] = tomllib.loads(
    (Path(__file__).parent / "lists" / "meanings.toml").read_text("utf-8")
)


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
    found = []
    for page in pages:
        if not page.key.startswith("blog/"):
            source = project.page(page.key).read_text("utf-8")
            text, said = get_data(source)
            own = _raised_by_hand(page)
            for section in sections.read(page, source, text, said):
                found.append((section, said.get("tags", ()), own))
    rows: dict[tuple[str, str], Message] = {}
    for section, tags, own in found:
        listed = MEANINGS.get(section.address, {})
        for text, meaning in _messages(section):
            by_hand = [said for part, said in listed.items() if part in text]
            if _is_own(text, own) or "" in by_hand:
                continue
            group = _group(text, tags, section.address)
            key = (group, _NUMBER.sub("…", _bare(text)).lower())
            first = rows.get(key, Message(group, text, ()))
            best = max(first.text, text, key=_how_full)
            more = ((*by_hand, meaning)[0], section.address)
            is_new = section.address not in _addresses(first)
            rows[key] = Message(
                group, best, (*first.meanings, more) if is_new else first.meanings
            )
    order = list(GROUPS)
    return sorted(
        _longest(rows.values()),
        key=lambda row: (order.index(row.group), _bare(row.text).lower()),
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


def _longest(messages: Iterable[Message]) -> Iterator[Message]:
    """Yield messages, but not the beginning of another that leads to the same place."""
    found: list[Message] = []
    for row in sorted(messages, key=lambda each: len(_bare(each.text)), reverse=True):
        for at, whole in enumerate(found):
            begins = _bare(whole.text).lower().startswith(_bare(row.text).lower())
            if begins and whole.group == row.group and _addresses(whole) & _addresses(row):
                more = [each for each in row.meanings if each[1] not in _addresses(whole)]
                found[at] = replace(whole, meanings=(*whole.meanings, *more))
                break
        else:
            found.append(row)
    yield from found


def _addresses(row: Message) -> set[str]:
    return {address for _, address in row.meanings}


def _messages(section: Section) -> Iterator[tuple[str, str]]:
    """Yield what its programs print, with the type or as the page calls it, and what it means.

    Args:
        section: the section.
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
        labels = [
            match["label"] for match in raised if re.search(r"\w \w", match["label"] or "")
        ]
        for match in raised:
            if cause := _cause(section, match[0]):
                meaning = cause[0].upper() + cause[1:]
            elif match["label"] in labels and len(labels) == len(set(labels)) > 1:
                meaning = match["label"][0].upper() + match["label"][1:]
            elif _is_heading(section, match["message"]):
                meaning = section.meaning
            else:
                meaning = section.above[example.line]
            yield match["message"], meaning or section.meaning


def _how_full(message: str) -> tuple[bool, bool]:
    """Return whether a message begins with its type, and that with its module."""
    kind = re.match(rf"{_TYPE}: ", message)
    return kind is not None, kind is not None and "." in kind[0]


def _bare(message: str) -> str:
    """Return a message without its type."""
    return re.sub(rf"^{_TYPE}: ", "", message)


def _cause(section: Section, line: str) -> str:
    """Return what an item of a section says of a line of an output, or nothing."""
    for key, said in section.causes.items():
        if line.startswith(key) if key.endswith(". ") else key in line:
            return said
    return ""


def _is_heading(section: Section, message: str) -> bool:
    """Return whether a section's heading is a message, so that it says no cause."""
    heading = re.findall(r"\w{3,}", section.heading)
    return 2 * len(set(heading) & set(re.findall(r"\w{3,}", message))) >= len(heading)


def _raised_by_hand(page: Page) -> str:
    """Return the text of what a page's programs raise themselves."""
    lines = "\n".join(each.source.text for each in page.examples)
    return "\n".join(re.findall(r"(?:raise |sys\.exit\()[^\n]*(?:\n[^\n]*)?", lines))


def _is_own(message: str, raised: str) -> bool:
    """Return whether a program made a message up: three words of it are behind a `raise`."""
    words = _bare(message).split()
    return any(" ".join(words[at : at + 3]) in raised for at in range(max(1, len(words) - 2)))


def _group(message: str, tags: list[str], address: str) -> str:
    module = _MODULES.get(message.partition(".")[0])
    tags = ["beyond"] if address.startswith("beyond/") else tags
    return module or next((each for each in tags if each in GROUPS), "files")


def _code(text: str) -> str:
    # the spaces part a backtick at an end of the text from those around it; Markdown drops them
    ticks, space = ("``", " ") if "`" in text else ("`", "")
    return f"{ticks}{space}{text}{space}{ticks}".replace("|", "\\|")


def _links(row: Message) -> str:
    return "<br>".join(
        f"[{meaning}]({address})".replace("|", "\\|") for meaning, address in row.meanings
    )
