"""Name what a page shows by its hash."""

import hashlib


def digest(program: str, output: str = "") -> str:
    """Return the SHA-256 of what a page shows, in hexadecimal.

    It is that of the program's text, a zero byte and the output's text in UTF-8, both with
    their last newline, as they are in the page's `<code>` elements.

    Args:
        program: its text as published, without section markers.
        output: the output shown for it, or nothing.
    """
    return hashlib.sha256(f"{program}\0{output}".encode()).hexdigest()
