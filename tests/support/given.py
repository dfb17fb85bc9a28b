"""Digests of what a browser is given: by a page of the built site, and by a test."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
# What follows from all pages together, or from what ran on this machine; `shared` needs none.
FOLLOWS = re.compile(
    r"assets/(?:run/pages|cards)/|assets/(?:proven/receipts\.json|badge\.svg|screenshot\.png)"
    r"|search/|(?:sw\.js|feed\.json|llms\.txt)$|.*\.(?:html|md|zip|br|gz|xml|map)$"
)
ELSEWHERE = "//nav | //*[contains(@class, 'md-footer__link')]"
ADDRESS = re.compile(r"[\"'/]((?:[a-z-]+/)+|(?:[a-z-]+/)+[a-z-]+)(?=[\"'#?])")


@cache
def shared(site: Path) -> bytes:
    """Return the digest of what every page of the site is given: styles, scripts, and Python.

    Args:
        site: its folder, as it is served.
    """
    whole = sha256()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not FOLLOWS.match(name):
            whole.update(f"{name}\0".encode() + sha256(path.read_bytes()).digest())
    return whole.digest()


def page(site: Path, address: str) -> bytes:
    """Return the digest of one page, without what it says of the others.

    Args:
        site: its folder, as it is served.
        address: the page's, without a slash at its end.
    """
    import lxml.html  # here, as each run of pytest loads this file, also without lxml

    tree = lxml.html.fromstring((site / address / "index.html").read_bytes())
    for each in tree.xpath(ELSEWHERE):
        each.drop_tree()
    whole = sha256(lxml.html.tostring(tree))
    for each in sorted((site / address).glob("*.zip")):
        whole.update(each.read_bytes())
    programs = site / "assets" / "run" / "pages"
    for start in (address, f"{address}/index"):
        for end in (".json", ".files.json"):
            if (file := programs / f"{start.strip('/')}{end}").is_file():
                whole.update(file.read_bytes())
    return whole.digest()


def digest(site: Path, known: str) -> str:
    """Return the digest of all that a test's verdict depends on.

    Args:
        site: its folder, as it is served.
        known: the test's key.
    """
    name, _, parameter = known.partition("::")
    file = ROOT / name
    beside = (path for path in file.parent.glob("*.py") if not path.name.startswith("test_"))
    helpers = [
        path for name in ("tests/support", "ops/tools") for path in (ROOT / name).rglob("*.py")
    ]
    texts = [path.read_text("utf-8") for path in (file, *sorted(beside), *sorted(helpers))]
    whole = sha256(shared(site))
    for text in texts:
        whole.update(text.encode())
    named = {found.strip("/") for text in texts for found in ADDRESS.findall(text)}
    if parameter:
        named.add(parameter.partition("[")[2].strip("/]"))
    for address in sorted(named):
        if (site / address / "index.html").is_file():
            whole.update(page(site, address))
    return whole.hexdigest()
