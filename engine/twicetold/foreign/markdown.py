"""Find the paragraphs and blocks of a Markdown page, in whatever dialect it is written."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from twicetold.base import extra
from twicetold.foreign import directive
from twicetold.foreign.model import Token

_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}]+))""")
_CELL = re.compile(r"#\| *([\w-]+): *(.*)\n")
_COLONS = re.compile(rf"[ >]*(:{{3,}}){directive.NAMED.pattern}")
_QUOTE = re.compile(r"[ >]*")
_FRONT = re.compile(r"---[ \t]*\n.*?\n(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)
_MARK = re.compile(r"[ >]*(`{3,}[^`]*|~{3,}.*)$")


def tokens(text: str, folder: Path | None = None) -> list[Token]:
    """Return the paragraphs of a page and its blocks of code, in order.

    Args:
        text: of the page.
        folder: of the page, from which it includes files.
    """
    lines, cells, found = text.split("\n"), _cells(text), []
    for each in _parsed(text):
        if each.type == "inline":
            found.append(Token(each.map[0] + 1, each.content))
        elif each.info.strip() == "{eval-rst}":
            found += _of_rst(each, lines[each.map[0]], folder)
        else:
            found.append(_fence(each, lines[each.map[0]], cells, folder))
    return found


def _of_rst(each: Any, mark: str, folder: Path | None) -> list[Token]:
    """Return what is in a block of reStructuredText, with its lines in the page."""
    extra.load("docutils", "rst")
    from twicetold.foreign import rst

    line, prefix = each.map[0] + 1, _before(mark)
    return [
        replace(token, line=line + token.line, prefix=prefix + token.prefix)
        for token in rst.tokens(each.content, folder)
    ]


def _cells(text: str) -> dict[str, str]:
    """Return what the front matter says of all cells, as Quarto reads it."""
    front = _FRONT.match(text)
    try:
        said = yaml.safe_load(front[0].rstrip().rstrip("-.")) if front else {}
    except yaml.YAMLError:
        return {}
    options = said.get("execute") if isinstance(said, dict) else {}
    return {k: str(v) for k, v in options.items()} if isinstance(options, dict) else {}


def _fence(each: Any, mark: str, cells: dict[str, str], folder: Path | None) -> Token:
    """Return a block of code as what its info string, its options or its cell says it is."""
    line, info, text = each.map[0] + 1, each.info, each.content
    prefix = _before(mark)
    if named := directive.NAMED.match(info):
        options, above = directive.options(text)
        code = "".join(text.splitlines(keepends=True)[above:])
        made = directive.made(named[1], named[2], options, folder)
        return made(line, code, above, prefix)
    given = {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(info)}
    if re.match(r"\{\w", info):
        given = {**cells, **given, **dict(_CELL.findall(text))}
    return Token(line, text, language(info), prefix=prefix, attributes=given)


def language(info: str) -> str:
    """Return the language of a fence, as in `python`, `{.python}` or `py {1,3}`.

    Args:
        info: what is written after the mark.
    """
    words = info.strip().replace("{", " { ").replace("}", " } ").split()
    plain = [word for word in words if word not in {"{", "}"}]
    if not plain or "=" in plain[0]:
        return ""
    if words[0] == "{" and plain[0].startswith("#"):
        plain = plain[1:] or [""]
    return re.split(r"[:,{(\[]", plain[0].removeprefix("."))[0].lower()


def _parsed(text: str) -> list[Any]:
    """Return the parts of a page that hold text or code; not what is in its HTML comments."""
    front = _FRONT.match(text)
    lines = text.split("\n")
    if front:
        lines[: front[0].count("\n")] = [""] * front[0].count("\n")
    # Without `code`, what MkDocs indents below `=== "Tab"` or `!!! note` is read as any text;
    # without `html_block`, what is in `<details>` is.
    parser = extra.load("markdown_it", "run").MarkdownIt("commonmark")
    parser.disable(["code", "html_block"])
    origin = list(range(len(lines)))
    while True:
        found = parser.parse("\n".join(lines))
        found = [each for each in found if each.type in {"fence", "inline"} and each.map]
        hidden = _commented(lines, found)
        if hidden:
            lines[hidden.start : hidden.stop] = [""] * len(hidden)
            continue
        if colons := _colons(lines, found):
            for number in colons:
                lines[number] = re.sub(":{3,}", "`" * 9, lines[number], count=1)
            continue
        joined = next((place for each in found if (place := _joined(each))), None)
        if joined is None:
            for each in found:
                each.map = [origin[each.map[0]], origin[each.map[1] - 1] + 1]
            return found
        # CommonMark takes it for the text of the paragraph above; what follows, for more.
        quote = _QUOTE.match(lines[joined])
        lines.insert(joined, quote[0].rstrip() if quote else "")
        origin.insert(joined, origin[joined])


def _joined(token: Any) -> int | None:
    """Return the line of the first fence that is read as the text of a paragraph, or None."""
    if token.type != "inline":
        return None
    lines = enumerate(token.content.split("\n"))
    found = (number for number, line in lines if number and _MARK.match(line))
    return next((token.map[0] + number for number in found), None)


def _commented(lines: list[str], tokens: list[Any]) -> range | None:
    """Return the lines of the first comment with a fence in it, if there is one."""
    code = [range(*each.map) for each in tokens if each.type == "fence"]
    first = None
    for number, line in enumerate(lines):
        if first is None and line.lstrip().startswith("<!--"):
            first = None if any(number in each for each in code) else number
        if first is not None and "-->" in line:
            if any(each.start in range(first, number) for each in code):
                return range(first, number + 1)
            first = None
    return None


def _colons(lines: list[str], tokens: list[Any]) -> list[int]:
    """Return the first and last line of a directive of MyST that shows code between colons."""
    for token in tokens:
        for number in range(*token.map) if token.type == "inline" else ():
            if mark := _COLONS.match(lines[number]):
                rest = range(number + 1, len(lines))
                ends = [each for each in rest if lines[each].strip(" >") == mark[1]]
                if ends:
                    return [number, ends[0]]
    return []


def _before(mark: str) -> str:
    """Return what begins the further lines of a fence: the mark of an item is not repeated."""
    prefix = re.split(r"[`~:]", mark, maxsplit=1)[0]
    return re.sub(r"[-*+]|\d+[.)]", lambda match: " " * len(match[0]), prefix)
