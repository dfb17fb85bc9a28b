"""Say what a page may load and run: in each page, and in the headers a host sends."""

import base64
import hashlib
import re
from collections.abc import Iterable
from html import escape

from press.markup import Html
from press.site import Site

_DATA = re.compile(r"application/(ld\+)?json")

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
    directives = policy(site.html.values())
    metas = (
        f'<meta http-equiv="Content-Security-Policy" content="{escape(directives, False)}">'
        '\n      <meta name="referrer" content="same-origin">'
    )
    for html in site.html.values():
        html.after_charset(metas)


def policy(pages: Iterable[Html]) -> str:
    """Return the policy under which the pages work, with the hash of each inline part.

    One policy for all pages, since a page that is loaded into another comes under that one's.

    Args:
        pages: each.
    """
    scripts, styles, attributes = set(), set(), set()
    for html in pages:
        for place, tag in enumerate(html.parts):
            if isinstance(tag, str):
                continue
            if tag.name == "script" and not tag.get("src") and not _DATA.match(tag.get("type")):
                scripts.add(_hash(html.inner(place, "</script>")))
            elif tag.name == "style":
                styles.add(_hash(html.inner(place, "</style>")))
            if tag.get("style"):
                attributes.add(_hash(tag.get("style")))
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
    said = next(
        tag.get("content")
        for tag in site.html[site.folder / "index.html"].tags()
        if tag.get("http-equiv") == "Content-Security-Policy"
    )
    return {"Content-Security-Policy": f"{said}; frame-ancestors 'none'"} | HEADERS


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
