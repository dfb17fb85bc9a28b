"""Find the blocks of Python of a page, whatever its markup, with what it shows of each."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from twicetold.base import extra
from twicetold.foreign import markdown
from twicetold.foreign.model import Below, Fence, Token

_PLAIN = {"", "none", "text", "txt", "console", "shell"}  # where only prompts tell
_PYTHON = re.compile(r"(?i)i?(python|py)[23]?|pycon3?|python-repl|python-console")
_OUTPUT = {"", "output", "text", "txt", "plain", "plaintext", "console", "out", "pytb", "none"}
_SETTINGS = {"toml", "yaml", "yml", "ini", "cfg", "env", "properties", "dotenv"}
_SAYS = re.compile(
    r"(?i)^\W*(console |the )?(output|prints?|printed|result|outputs)\b[^.]{0,30}$"
)
_FILE = re.compile(r"[\w./-]*\w\.\w+")
_COMMENT = re.compile(r"#+ *(?:[Ff]ile(?:name)?:? *)?([\w/-]+\.\w+) *:?\n")


def tokens(text: str, name: str = "", folder: Path | None = None) -> list[Token]:
    """Return the paragraphs of a page and its blocks of code, in order.

    Args:
        text: of the page.
        name: of the page; its ending says what its markup is.
        folder: of the page, from which it includes files.
    """
    if not name.lower().endswith((".rst", ".rest")):
        return markdown.tokens(text, folder)
    extra.load("docutils", "rst")
    from twicetold.foreign import rst

    return rst.tokens(text, folder)


def fences(page: Sequence[Token]) -> list[Fence]:
    """Return the blocks of Python of a page, in order.

    Args:
        page: its paragraphs and blocks.
    """
    return [
        Fence(
            line=token.line,
            text=token.text,
            above=token.above,
            prefix=token.prefix,
            near="\n".join(
                each.text
                for each in page[max(0, place - 1) : place + 2]
                if each.language is None
            ),
            below=_below(page[place + 1 :]),
            attributes=token.attributes,
            file=token.file,
        )
        for place, token in enumerate(page)
        if is_python(token)
    ]


def files(page: Sequence[Token]) -> dict[str, str]:
    """Return the files that a page shows in blocks of other languages, by their names.

    Args:
        page: its paragraphs and blocks.
    """
    found: dict[str, str] = {}
    for token in page:
        if token.language is not None and not is_python(token):
            name = file_name(token.attributes, token.text)
            if name and name not in found:
                found[name] = token.text
    return found


def has_settings(page: Sequence[Token]) -> bool:
    """Return whether a page shows settings that its programs may need.

    Args:
        page: its paragraphs and blocks.
    """
    blocks = (token for token in page if token.language is not None)
    return any(token.language in _SETTINGS or "export " in token.text for token in blocks)


def is_python(token: Token) -> bool:
    """Return whether a token is a block of Python, by its language or its prompts.

    Args:
        token: of the page.
    """
    if token.language is None or token.is_output:
        return False
    prompts = token.language in _PLAIN and token.text.lstrip().startswith(">>> ")
    return prompts or bool(_PYTHON.fullmatch(token.language))


def file_name(given: dict[str, str], text: str = "") -> str:
    """Return the file that a block says it is, in its title or first line; or nothing.

    Args:
        given: the attributes of the fence.
        text: of the fence.
    """
    named = (given.get(each, "") for each in ("title", "file", "filename"))
    name = next(filter(None, named), "")
    if first := _COMMENT.match(text):
        name = name or first[1]
    path = PurePosixPath(name)
    fits = _FILE.fullmatch(name) and not path.is_absolute() and ".." not in path.parts
    return name if fits else ""


def _below(after: Sequence[Token]) -> Below | None:
    """Return the output in the next block: directly below, or after words that say so."""
    for token in after:
        if token.is_output:
            return _shown(token, True)
        if is_python(token):
            break
    said = bool(after) and after[0].language is None
    if said:
        if not _SAYS.match(after[0].text.strip()):
            return None
        after = after[1:]
    if not after or after[0].language not in _OUTPUT or is_python(after[0]):
        return None
    token = after[0]
    if token.text.lstrip().startswith("$ "):
        return None
    title = token.attributes.get("title", "")
    return _shown(
        token, said or token.language in {"output", "pytb"} or bool(_SAYS.match(title))
    )


def _shown(token: Token, sure: bool) -> Below:
    return Below(token.line + token.above, token.text, sure, token.prefix, token.file)
