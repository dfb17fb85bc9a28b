"""Show any file as a hex dump."""

from pathlib import Path
from typing import Any


def show(file: Path, options: dict[str, Any]) -> dict[str, Any]:
    """Return a page of lines of 16 bytes, with their place and their ASCII."""
    start = options["offset"] - options["offset"] % 16
    with file.open("rb") as opened:
        opened.seek(start)
        data = opened.read(options["limit"])
    lines = []
    for place in range(0, len(data), 16):
        part = data[place : place + 16]
        ascii_ = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in part)
        lines.append({"at": start + place, "hex": part.hex(" "), "ascii": ascii_})
    return {"offset": start, "lines": lines}
