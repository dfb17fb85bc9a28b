"""Parse an HTML text once, change tags, add to it, and leave all other bytes as they are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from html.parser import HTMLParser


@dataclass(frozen=True)
class Tag:
    """A start tag.

    Args:
        name: in lower case.
        attributes: by name; a flag has the value None.
        source: the tag as written.
    """

    name: str
    attributes: dict[str, str | None]
    source: str

    def __str__(self) -> str:
        return self.source

    def get(self, name: str) -> str:
        """Return an attribute's value, or nothing."""
        return self.attributes.get(name) or ""

    def with_attribute(self, name: str, value: str) -> "Tag":
        """Return the tag with an attribute set."""
        setting = f'{name}="{escape(value)}"'
        if name in self.attributes:
            written = r"(\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?"
            pattern = rf"(?<=\s){re.escape(name)}{written}(?=[\s/>])"
            source = re.sub(pattern, lambda _: setting, self.source, count=1)
        else:
            end = -2 if self.source.endswith("/>") else -1
            source = f"{self.source[:end].rstrip()} {setting}{self.source[end:]}"
        return replace(self, attributes=self.attributes | {name: value}, source=source)


class Html:
    """An HTML text in parts: its start tags, and between them text with what closes them.

    Args:
        text: the HTML; it is parsed here, and nowhere again.
    """

    def __init__(self, text: str) -> None:
        self.parts: list[Tag | str] = parts(text)

    def __str__(self) -> str:
        return "".join(map(str, self.parts))

    def tags(self) -> Iterator[Tag]:
        """Return the start tags, in order."""
        return (part for part in self.parts if isinstance(part, Tag))

    def find(self, text: str, after: int = 0) -> int | None:
        """Return the place of the first part between tags that has a text, or None."""
        places = range(after, len(self.parts))
        return next((n for n in places if self._has(n, text)), None)

    def inner(self, place: int, end: str) -> str:
        """Return what is between the tag at a place and the text that ends it."""
        until = self.find(end, place + 1)
        within = self.parts[place + 1 : None if until is None else until + 1]
        return "".join(map(str, within)).partition(end)[0]

    def change(self, change: Callable[[Tag], Tag | str]) -> None:
        """Replace each start tag by what a function makes of it."""
        self.parts = [change(p) if isinstance(p, Tag) else p for p in self.parts]

    def add(self, place: int, at: int, text: str) -> None:
        """Put HTML into the part between tags at a place, before the character `at` of it."""
        part = str(self.parts[place])
        self.parts[place : place + 1] = [part[:at], *parts(text), part[at:]]

    def at_head_end(self, lines: list[str]) -> None:
        """Add lines at the end of the head."""
        place = self.find("</head>")
        if place is not None:
            before = str(self.parts[place]).partition("</head>")[0].rstrip(" \t")
            self.add(place, len(before), "".join(f"      {line}\n" for line in lines))

    def after_charset(self, line: str) -> None:
        """Add a line where it holds for all that follows it."""
        for place, part in enumerate(self.parts):
            if isinstance(part, Tag) and part.name == "meta" and "charset" in part.attributes:
                self.parts[place + 1 : place + 1] = parts(f"\n      {line}")
                return

    def before_article_end(self, lines: str) -> None:
        """Add lines at the end of the article, if there is just one."""
        end = "</article>"
        place = self.find(end)
        if place is not None and self.find(end, place + 1) is None:
            self.add(place, str(self.parts[place]).index(end), lines)

    def _has(self, place: int, text: str) -> bool:
        part = self.parts[place]
        return isinstance(part, str) and text in part


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.parts: list[Tag | str] = []
        self._text = text
        self._done = 0
        # HTML's lines end in "\n" alone; a form feed or U+2028 in a page begins none.
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()
        self.parts.append(text[self._done :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        at = self._lines[line - 1] + column
        source = self.get_starttag_text() or ""
        self.parts += [self._text[self._done : at], Tag(tag, dict(attrs), source)]
        self._done = at + len(source)


def parts(text: str) -> list[Tag | str]:
    """Return the start tags of an HTML text and what is between them, in order."""
    return _Reader(text).parts
