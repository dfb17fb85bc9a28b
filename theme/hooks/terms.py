"""Explain a term once in a section: where it is first used, and in no link, heading or table.

The generator marks each use of a term; a page on locks would have forty dotted words.
"""

import re
from typing import Any

_TOKEN = re.compile(
    r"<abbr title=\"[^\"]*\">(?P<term>.*?)</abbr>"
    r"|<(?P<close>/?)(?P<tag>a|h[1-6]|t[dh]|summary|strong)\b[^>]*>"
)


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """Return a page's HTML with the later marks of a term taken off."""
    seen: set[str] = set()
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        term, tag = match["term"], match["tag"]
        if tag:
            if tag in {"h2", "h3"} and not match["close"]:
                seen.clear()
            depth += -1 if match["close"] else 1
            return match[0]
        if depth or term.lower() in seen:
            return term
        seen.add(term.lower())
        return match[0]

    return _TOKEN.sub(keep, html)
