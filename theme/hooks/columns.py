"""Mark what a narrow screen does not wrap: rows of an output with columns, and short code."""

import re
from html import unescape
from typing import Any

_OUTPUT = re.compile(r'<div class="language-text( highlight">.*?<code>(.*?)</code>)', re.DOTALL)
# Code that fits a phone's line, in a list too.
_SHORT = re.compile(r"(?<!<pre>)<code>(?=[^<]{1,24}</code>)")
_TAG = re.compile(r"<[^>]+>")
_GAP = re.compile(r"\S {2,}(?=\S)")  # between two cells of a row
_ROWS, _GAPS = 2, 2  # in a table, so many rows in sequence have so many gaps each


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """Return a page's HTML with a class on each output that has columns, and on short code."""
    return _SHORT.sub('<code class="short">', _OUTPUT.sub(_marked, html))


def has_columns(text: str) -> bool:
    """Return whether a text has rows of cells below each other.

    Args:
        text: an output.
    """
    in_sequence = 0
    for line in text.splitlines():
        in_sequence = in_sequence + 1 if len(_GAP.findall(line)) >= _GAPS else 0
        if in_sequence == _ROWS:
            return True
    return False


def _marked(output: re.Match[str]) -> str:
    rest, code = output.groups()
    kind = " columns" if has_columns(unescape(_TAG.sub("", code))) else ""
    return f'<div class="language-text{kind}{rest}'
