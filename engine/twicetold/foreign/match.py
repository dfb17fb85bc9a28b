"""Compare what a page shows with what was printed, as a reader would take it."""

import ast
import contextlib
import difflib
import re

EMPTY = "<BLANKLINE>"  # how doctest shows an empty line of an output
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}\b")
_SPACE = re.compile(r"\s+")
_WARNED = re.compile(r"^\S+:\d+: (?=\w*Warning\b)", re.MULTILINE)
_PROSE = re.compile(r"(?:Output: |[A-Z]?[a-z]+,?(?: [\w'-]+){3,}[.!]?)")
# Pages may leave out where an error is explained; the address has the version in it.
_HELP = re.compile(
    r"^ *For further information visit .*$|, *'url': *'[^']*'|'url': *'[^']*', *", re.M
)
_WINDOWS = re.compile(r"\b[A-Z]:\\\\?|\w\\\\\w")
_LONG = 1000  # characters that are enough to see whether two texts are alike
_ALIKE = 0.6
_LAX = {"'": '"', "\\": ""}


def same(want: str, got: str) -> bool:
    """Return whether what a page shows is what was printed.

    White space, the kind of quotes, a comma before a closing bracket and addresses do not
    count, because pages are formatted; `...` stands for anything.

    Args:
        want: what the page shows.
        got: what was printed.
    """
    wanted, printed = plain(want), plain(got)
    if wanted == printed or _WINDOWS.search(want):
        return True
    if want.lstrip().startswith("{"):  # the order of a set is nobody's choice
        with contextlib.suppress(ValueError, SyntaxError, TypeError):
            one, two = ast.literal_eval(want.strip()), ast.literal_eval(got)
            return isinstance(one, set) and bool(one == two)
    parts = [re.escape(part) for part in re.split(r"\.\.\.|…", wanted)]
    return len(parts) > 1 and bool(re.fullmatch(".*".join(parts), printed, re.DOTALL))


def alike(want: str, got: str) -> bool:
    """Return whether two texts have most of their characters in common, in order.

    Args:
        want: what the page shows, and may be something else than an output.
        got: what was printed.
    """
    parts = plain(want)[:_LONG], plain(got)[:_LONG]
    return difflib.SequenceMatcher(None, *parts, autojunk=False).ratio() >= _ALIKE


def shown(want: str, got: str) -> bool:
    """Return whether what a session shows is what was printed, with or without quotes.

    Args:
        want: what the page shows; a comment may follow it in its line.
        got: what was printed.
    """
    bare = re.sub(r"\s+#.*$", "", want, flags=re.MULTILINE)
    quoted = re.fullmatch(r"(['\"])(.*)\1", bare.strip(), re.DOTALL)
    return same(want, got) or same(bare, got) or bool(quoted and same(quoted[2], got))


def is_remark(want: str, got: str) -> bool:
    """Return whether a comment below a statement speaks of its output, and does not quote it.

    Args:
        want: the comment, without its marks.
        got: what was printed.
    """
    return bool(_PROSE.match(want)) or plain(got) in plain(want)


def is_assignment(source: str) -> bool:
    """Return whether a statement only gives a name to a value, which prints nothing.

    Args:
        source: the statement.
    """
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return False
    return all(isinstance(each, ast.Assign | ast.AnnAssign | ast.AugAssign) for each in body)


def plain(text: str) -> str:
    """Return a text without what does not count.

    Args:
        text: what is shown or was printed.
    """
    text = _WARNED.sub("", _HELP.sub("", _ADDRESS.sub("0x", text)))
    text = text.replace(EMPTY, "")
    text = _SPACE.sub("", text)
    for old, new in _LAX.items():
        text = text.replace(old, new)
    return re.sub(r",(?=[)\]}])", "", text)


def error_same(want: str, said: str, kind: str) -> bool:
    """Return whether a page shows an error of the kind that was raised.

    Its words do not count: each version of Python writes them in its own way.

    Args:
        want: what the page shows.
        said: the last lines of the traceback.
        kind: the name of the error's class.
    """
    return kind in want or plain(said.strip().split("\n")[-1]) in plain(want)


def uncommented(want: str) -> str:
    """Return an output that a page shows as comments without their marks; else as it is.

    Args:
        want: what the page shows.
    """
    lines = want.split("\n")
    if want and all(line.lstrip().startswith("#") for line in lines):
        return "\n".join(re.sub(r"^\s*#(>| )?", "", line) for line in lines)
    return want
