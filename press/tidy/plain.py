"""Take the spans from those tokens of a program that site.css gives no colour of their own."""

import re

from press.site import Site

# Names, operators, punctuation, space, as Pygments calls them: two of three spans of a page.
_PLAIN = re.compile(r'<span class="(?:n|o|p|w)">([^<]*)</span>')


def press(site: Site) -> None:
    """Leave the text of such tokens where it is: fewer elements to style and to lay out."""
    for path in site.html():
        text = path.read_text("utf-8")
        path.write_text(_PLAIN.sub(r"\1", text), "utf-8", newline="")
