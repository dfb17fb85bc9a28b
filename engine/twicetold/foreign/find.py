"""Find the Python fences of a Markdown page, in whatever dialect it is written."""

import re
from pathlib import PurePosixPath
from typing import Any

from twicetold.base import extra
from twicetold.foreign.model import Below, Fence

_PYTHON = re.compile(r"(?i)i?(python|py)[23]?|pycon3?|python-repl|python-console")
_OUTPUT = {"", "output", "text", "txt", "plain", "plaintext", "console", "out", "pytb", "none"}
_SETTINGS = {"toml", "yaml", "yml", "ini", "cfg", "env", "properties", "dotenv"}
_SAYS = re.compile(
    r"(?i)^\W*(console |the )?(output|prints?|printed|result|outputs)\b[^.]{0,30}$"
)
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}]+))""")
_FILE = re.compile(r"[\w./-]*\w\.\w+")
_COMMENT = re.compile(r"#+ *(?:[Ff]ile(?:name)?:? *)?([\w/-]+\.\w+) *:?\n")
_QUOTE = re.compile(r"[ >]*")
_FRONT = re.compile(r"---[ \t]*\n.*?\n(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)
_MARK = re.compile(r"[ >]*(`{3,}[^`]*|~{3,}.*)$")


def fences(text: str) -> list[Fence]:
    """Return the Python fences of a page, in order.

    Args:
        text: of the page.
    """
    tokens = _tokens(text)
    lines = text.split("\n")
    found = []
    for place, token in enumerate(tokens):
        if token.type != "fence" or not is_python(token.info, token.content):
            continue
        start = token.map[0]
        prefix = re.match(r"[^`~]*", lines[start])
        found.append(
            Fence(
                line=start + 1,
                info=token.info.strip(),
                text=token.content,
                prefix=_continued(prefix[0] if prefix else ""),
                near="\n".join(
                    each.content
                    for each in tokens[max(0, place - 1) : place + 2]
                    if each.type == "inline"
                ),
                below=_below(tokens[place + 1 : place + 3]),
                attributes=attributes(token.info),
            )
        )
    return found


def files(text: str) -> dict[str, str]:
    """Return the files that a page shows in fences of other languages, by their names.

    Args:
        text: of the page.
    """
    found: dict[str, str] = {}
    for token in _tokens(text):
        if token.type == "fence" and not is_python(token.info, token.content):
            name = file_name(attributes(token.info), token.content)
            if name and name not in found:
                found[name] = token.content
    return found


def has_settings(text: str) -> bool:
    """Return whether a page shows settings that its programs may need.

    Args:
        text: of the page.
    """
    fences = (token for token in _tokens(text) if token.type == "fence")
    return any(
        language(token.info) in _SETTINGS or "export " in token.content for token in fences
    )


def is_python(info: str, text: str) -> bool:
    """Return whether a fence is in Python, by its language or, without one, by its prompts.

    Args:
        info: what is written after the mark.
        text: what is in the fence.
    """
    named = language(info)
    return bool(_PYTHON.fullmatch(named)) or (not named and text.lstrip().startswith(">>> "))


def language(info: str) -> str:
    """Return the language of a fence, as in `python`, `{.python}` or `{code-cell} python`.

    Args:
        info: what is written after the mark.
    """
    words = info.strip().replace("{", " { ").replace("}", " } ").split()
    plain = [word for word in words if word not in {"{", "}"}]
    if not plain or "=" in plain[0]:
        return ""
    if words[0] == "{" and plain[0] in {
        "code-cell",
        "code-block",
        "code",
        "doctest",
        "testcode",
    }:
        known = "python" if plain[0] in {"doctest", "testcode"} else ""
        return (plain[1] if len(plain) > 1 else known).lower()
    if words[0] == "{" and plain[0].startswith("#"):
        plain = plain[1:] or [""]
    return re.split(r"[:,{(\[]", plain[0].removeprefix("."))[0].lower()


def attributes(info: str) -> dict[str, str]:
    """Return the attributes of a fence by name, as in `title="save.py"`.

    Args:
        info: what is written after the mark.
    """
    return {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(info)}


def file_name(given: dict[str, str], text: str = "") -> str:
    """Return the file that a fence says it is, in its title or first line; or nothing.

    Args:
        given: the attributes of the fence.
        text: of the fence.
    """
    name = given.get("title") or given.get("file") or ""
    if first := _COMMENT.match(text):
        name = name or first[1]
    path = PurePosixPath(name)
    fits = _FILE.fullmatch(name) and not path.is_absolute() and ".." not in path.parts
    return name if fits else ""


def _tokens(text: str) -> list[Any]:
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
        tokens = parser.parse("\n".join(lines))
        tokens = [each for each in tokens if each.type in {"fence", "inline"} and each.map]
        hidden = _commented(lines, tokens)
        if hidden:
            lines[hidden.start : hidden.stop] = [""] * len(hidden)
            continue
        joined = next((place for each in tokens if (place := _joined(each))), None)
        if joined is None:
            for each in tokens:
                each.map = [origin[each.map[0]], origin[each.map[1] - 1] + 1]
            return tokens
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


def _below(tokens: list[Any]) -> Below | None:
    """Return the output in the next fence: directly below, or after words that say so."""
    said = bool(tokens) and tokens[0].type == "inline"
    if said:
        if not _SAYS.match(tokens[0].content.strip()):
            return None
        tokens = tokens[1:]
    if not tokens or tokens[0].type != "fence" or is_python(tokens[0].info, tokens[0].content):
        return None
    token = tokens[0]
    named = language(token.info)
    if named not in _OUTPUT or token.content.lstrip().startswith("$ "):
        return None
    title = attributes(token.info).get("title", "")
    sure = said or named in {"output", "pytb"} or bool(_SAYS.match(title))
    return Below(token.map[0] + 1, token.content, sure)


def _continued(prefix: str) -> str:
    """Return what begins the further lines of a fence: the mark of an item is not repeated."""
    return re.sub(r"[-*+]|\d+[.)]", lambda match: " " * len(match[0]), prefix)
