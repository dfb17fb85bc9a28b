"""Files that a test makes."""

from pathlib import Path


def put(folder: Path, name: str, text: str) -> None:
    """Write a file, and make the folders above it.

    Args:
        folder: where the name begins.
        name: the file's, as a path from there.
        text: what is to be in it.
    """
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
