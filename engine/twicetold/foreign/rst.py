"""Find the paragraphs and blocks of a page of reStructuredText, as Sphinx reads it."""

import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers import rst
from docutils.parsers.rst import directives

from twicetold.foreign import directive
from twicetold.foreign.model import Token

# What is wrong with the markup is not for us to say; no other file is read into the page.
_SETTINGS = {"report_level": 5, "halt_level": 6, "file_insertion_enabled": False}
_DIRECTIVE = re.compile(r"\.\. +([\w-]+):: *([\w/.-]*)")
_ALONE = threading.Lock()  # what docutils knows of directives is the same for all threads
_CODE = directive.NAMES | {"highlight", "include"}
# Those of docutils whose content is no markup; what is in others is read.
_THEIRS = {
    *("csv-table", "date", "default-role", "image", "math", "meta", "raw", "replace"),
    *("role", "title", "unicode"),
}


class _Options(dict[str, Any]):
    """Any option, as its text."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Any:
        return lambda text: text or ""


class _Block(rst.Directive):  # type: ignore[misc]  # docutils has no types
    """A directive that shows code, with its own lines in the page."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _Options()

    def run(self) -> list[nodes.Node]:
        text = "\n".join(self.content)
        node = nodes.literal_block(text, text)
        node["directive"] = self.name.lower(), " ".join(self.arguments), self.options
        node["line"] = self.lineno
        node["first"] = self.content.offset(0) + 1 if self.content else 0
        return [node]


class _Other(rst.Directive):  # type: ignore[misc]
    """Any other directive, of docutils, Sphinx or an extension: what is in it is read."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def tokens(text: str, folder: Path | None = None) -> list[Token]:
    """Return the paragraphs of a page and its blocks of code, in order.

    Args:
        text: of the page.
        folder: of the page, from which it includes files.
    """
    found, language = [], directive.default_language(folder)
    lines = text.split("\n")
    for node in _parsed(text).findall(_is_wanted):
        if isinstance(node, nodes.TextElement) and not isinstance(node, nodes.FixedTextElement):
            found.append(Token(node.line or 0, node.astext()))
            continue
        if isinstance(node.parent, nodes.system_message):
            found += _refused(node)
            continue
        name, argument, options = node.get("directive", ("", "", {}))
        if name == "highlight":
            language = argument.partition(" ")[0].lower()
        elif name != "include" or "code" in options:
            found.append(_block(node, language, lines, folder))
    return found


def _is_wanted(node: nodes.Node) -> bool:
    wanted = nodes.paragraph | nodes.title | nodes.literal_block | nodes.doctest_block
    is_refused = isinstance(node.parent, nodes.system_message)
    return isinstance(node, nodes.literal_block if is_refused else wanted)


def _refused(node: nodes.Element) -> list[Token]:
    """Return a block whose directive docutils can't read, so that it is not lost."""
    named = _DIRECTIVE.match(node.astext())
    if not named or named[1].lower() not in directive.NAMES:
        return []
    message = " ".join(node.parent.next_node(nodes.paragraph).astext().split())
    given = {"unread": f"Sphinx can't read its directive: {message}"}
    make = directive.made(named[1].lower(), named[2], {}, None)
    return [replace(make(node.parent["line"], "", 0, ""), attributes=given)]


def _block(node: nodes.Element, language: str, lines: list[str], folder: Path | None) -> Token:
    """Return a block of code as what its directive says, or what `highlight` does."""
    text = node.astext() + "\n"
    first = node.get("first", node.line or 1)
    prefix = _prefix(node, first, lines)
    if "directive" in node:
        name, argument, options = node["directive"]
        if not argument and name in {"code-block", "sourcecode"}:
            argument = language
        if name == "include":  # of a file as code; other pages are read as themselves
            name, options = "literalinclude", {**options, "language": options["code"]}
        make = directive.made(name, argument, options, folder)
        line = node["line"]
        token = make(line, text, max(0, first - line - 1), prefix or "")
    else:
        given = "pycon" if isinstance(node, nodes.doctest_block) else language
        token = Token(first, text, given, -1, prefix or "")
    is_here = prefix is not None or token.file or not first
    return token if is_here else replace(token, file=f"the table on line {token.line}")


def _prefix(node: nodes.Element, first: int, lines: list[str]) -> str | None:
    """Return what is before the code in its first line; None if that is not there as it is."""
    code, line = node.astext().partition("\n")[0], lines[first - 1] if first else ""
    if code and line.endswith(code):
        return line[: len(line) - len(code)]
    spaces = line.expandtabs(8)  # as docutils does
    return spaces[: len(spaces) - len(code)] if spaces.endswith(code) else None


def _parsed(text: str) -> nodes.document:
    """Return what docutils reads of a page; to it, any directive is known."""
    settings = frontend.get_default_settings(rst.Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = utils.new_document("page", settings)
    with _ALONE:
        known = directives.directive

        def find(name: str, language: Any, document: Any) -> Any:
            if name.lower() in _THEIRS:
                return known(name, language, document)
            return (_Block if name.lower() in _CODE else _Other), []

        directives.directive = find
        try:
            rst.Parser().parse(text, document)
        finally:
            directives.directive = known
    return document
