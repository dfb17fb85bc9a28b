"""Put the contents of a long page below its first paragraph, folded, for narrow screens.

Where the screen has room for a column of contents, the style sheet hides this one.
"""

from html import escape
from typing import Any

_LONG = 3  # sections; a page with fewer is seen at a glance


def on_page_content(html: str, *, page: Any, config: Any, files: Any) -> str:
    """Return a page's HTML with its contents, if it is long."""
    sections = [part for top in page.toc for part in ([*top.children] or [top])]
    head, lead, rest = html.partition("</p>")
    if len(sections) < _LONG or not lead or "toc" in page.meta.get("hide", ()):
        return html
    folded = (
        '\n<details class="contents" data-search-exclude>'
        f"<summary>{config.mdx_configs['toc']['title']}</summary>{_listed(sections)}</details>"
    )
    return head + lead + folded + rest


def _listed(parts: list[Any]) -> str:
    """Return a list of links to parts of a page, each with its own parts; nothing for none."""
    links = (
        f'<li><a href="{escape(part.url)}">{part.title}</a>{_listed(part.children)}</li>'
        for part in parts
    )
    return f"<ul>{''.join(links)}</ul>" if parts else ""
