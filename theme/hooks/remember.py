"""Remember how each block was highlighted: half of a build, and an edit changes few blocks.

Only for `mkdocs serve`, and only for its speed: no page depends on it.
"""

from functools import wraps
from typing import Any, Literal

from pymdownx.highlight import Highlight


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Begin to remember, when MkDocs begins to serve."""
    if command == "serve":
        Highlight.highlight = _remembering(Highlight.highlight)


def _remembering(highlight: Any) -> Any:
    known: dict[str, str] = {}

    @wraps(highlight)
    def remembered(self: Highlight, *arguments: Any, **options: Any) -> Any:
        settings = {name: value for name, value in vars(self).items() if name != "md"}
        key = repr((settings, arguments, options))
        if key in known:
            return known[key]
        block = highlight(self, *arguments, **options)
        if isinstance(block, str):  # what is in a line is an element of its page's tree
            known[key] = block
        return block

    return remembered
