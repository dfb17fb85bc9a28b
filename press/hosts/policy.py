"""Say what a page may load and run: in each page, and in the headers a host sends."""

import base64
import hashlib
import re
from html import escape

from press.markup import after_charset, tags
from press.site import Site

_SCRIPT = re.compile(r"<script\b(?P<with>[^>]*)>(?P<body>.*?)</script>", re.DOTALL | re.I)
_STYLE = re.compile(r"<style\b[^>]*>(?P<body>.*?)</style>", re.DOTALL | re.I)
_IS_DATA = re.compile(r"\bsrc=|\btype=[\"']?application/(ld\+)?json")

# Kept for all answers. The two Cross-Origin ones isolate the page, with which a running
# program can be interrupted; nothing of other origins is loaded, so they cost nothing.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Strict-Transport-Security": "max-age=31536000",
}


def press(site: Site) -> None:
    """Put one policy for the whole site into each page, for hosts that send no headers."""
    files = site.html()
    directives = policy([path.read_text("utf-8") for path in files])
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(directives, False)}">'
        '\n      <meta name="referrer" content="same-origin">'
    )
    for path in files:
        path.write_text(after_charset(path.read_text("utf-8"), metas), "utf-8", newline="")


def policy(pages: list[str]) -> str:
    """Return the policy under which the pages work, with the hash of each inline part.

    One policy for all pages, since a page that is loaded into another comes under that one's.

    Args:
        pages: the HTML of each.
    """
    scripts, styles, attributes = set(), set(), set()
    for text in pages:
        for match in _SCRIPT.finditer(text):
            if not _IS_DATA.search(match["with"]):
                scripts.add(_hash(match["body"]))
        styles |= {_hash(match["body"]) for match in _STYLE.finditer(text)}
        if " style=" in text:
            attributes |= {_hash(tag.get("style")) for tag in tags(text) if tag.get("style")}
    hashed = ["'unsafe-hashes'", *sorted(attributes)] if attributes else []
    directives = {
        # What is fetched ahead, as the theme does from a link that has the focus, comes under
        # nothing else in Firefox; so all that is not named is ours, and the rest is refused.
        "default-src": ["'self'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", *sorted(scripts)],
        "style-src": ["'self'", *hashed, *sorted(styles)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "frame-src": ["'none'"],
        "media-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(words)}" for name, words in directives.items())


def headers(site: Site) -> dict[str, str]:
    """Return the headers for all answers of a pressed site, its policy first.

    Args:
        site: pressed; what its start page says is the policy.
    """
    start = (site.folder / "index.html").read_text("utf-8")
    said = next(
        tag.get("content")
        for tag in tags(start)
        if tag.get("http-equiv") == "Content-Security-Policy"
    )
    return {"Content-Security-Policy": f"{said}; frame-ancestors 'none'"} | HEADERS


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
