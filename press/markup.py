"""Change start tags, head and end of an HTML text and leave every other byte as it is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

_HEAD_END = re.compile(r"[ \t]*</head>", re.IGNORECASE)
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)


@dataclass(frozen=True)
class Tag:
    """A start tag.

    Args:
        name: in lower case.
        attributes: by name; a flag has the value None.
        at: where it begins in the text.
        source: the tag as written.
    """

    name: str
    attributes: dict[str, str | None]
    at: int
    source: str

    def get(self, name: str) -> str:
        """Return an attribute's value, or nothing."""
        return self.attributes.get(name) or ""

    def with_attribute(self, name: str, value: str) -> str:
        """Return the tag's source with an attribute set."""
        setting = f'{name}="{escape(value)}"'
        if name in self.attributes:
            written = r"(\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?"
            pattern = rf"(?<=\s){re.escape(name)}{written}(?=[\s/>])"
            return re.sub(pattern, lambda _: setting, self.source, count=1)
        end = -2 if self.source.endswith("/>") else -1
        return f"{self.source[:end].rstrip()} {setting}{self.source[end:]}"


class _Reader(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        # HTML's lines end in "\n" alone; a form feed or U+2028 in a page begins none.
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        source = self.get_starttag_text() or ""
        self.tags.append(Tag(tag, dict(attrs), self._lines[line - 1] + column, source))


def tags(text: str) -> list[Tag]:
    """Return the start tags of an HTML text, in order."""
    return _Reader(text).tags


def rewrite(text: str, change: Callable[[Tag], str | None]) -> str:
    """Return the text with start tags replaced.

    Args:
        text: the HTML.
        change: gives a tag's new source, or None to keep it.
    """
    parts = []
    done = 0
    for tag in tags(text):
        new = change(tag)
        if new is not None:
            parts += [text[done : tag.at], new]
            done = tag.at + len(tag.source)
    return "".join([*parts, text[done:]])


def at_head_end(text: str, lines: list[str]) -> str:
    """Return the text with lines added at the end of its head."""
    added = "".join(f"      {line}\n" for line in lines)
    return _HEAD_END.sub(lambda match: f"{added}{match[0]}", text, count=1)


def after_charset(text: str, line: str) -> str:
    """Return the text with a line added where it holds for all that follows it."""
    return _CHARSET.sub(lambda match: f"{match[0]}\n      {line}", text, count=1)


def before_article_end(text: str, lines: str) -> str:
    """Return the text with lines added at the end of its article, if it has just one."""
    before, end, after = text.partition("</article>")
    return text if "</article>" in after else f"{before}{lines}{end}{after}"
