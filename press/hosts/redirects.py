"""Answer at addresses that moved: a page at each, and the same list for hosts that redirect."""

import tomllib
from html import escape
from pathlib import Path
from urllib.parse import quote, unquote

from press.markup import Html
from press.site import Site

LIST = "guide/lists/redirects.toml"
_PAGE = """<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Moved</title>
    <meta name="robots" content="noindex">
    <link rel="canonical" href="{absolute}">
    <meta http-equiv="refresh" content="0; url={relative}">
  </head>
  <body>
    <h1>This page has moved</h1>
    <p><a href="{relative}">It is here now.</a></p>
  </body>
</html>
"""


class RedirectError(Exception):
    """The list is wrong; the message says where and what to do."""


def press(site: Site) -> None:
    """Add the pages.

    Raises:
        RedirectError: if an address still has a page, or leads to none.
    """
    known = {unquote(page.address) for page in site.pages}
    for old, new in moved(site.project.root).items():
        where = f'{LIST}: "{old}" = "{new}"'
        if not old.endswith("/") or old.startswith("/"):
            raise RedirectError(f'{where}: write it as "folder/page/"')
        if old in known:
            raise RedirectError(f"{where}: there is a page at {old}; take the line out")
        if new.partition("#")[0] not in known:
            raise RedirectError(f"{where}: there is no page at {new}; name where it is now")
        to = quote(new, "/#")
        up = "../" * old.count("/")
        text = _PAGE.format(absolute=escape(site.url + to), relative=escape(up + to))
        site.html[site.folder / old / "index.html"] = Html(text)


def moved(root: Path) -> dict[str, str]:
    """Return the addresses that moved and where each leads.

    Args:
        root: the folder that holds the list.
    """
    with (root / LIST).open("rb") as file:
        listed: dict[str, str] = tomllib.load(file)["moved"]
    return listed
