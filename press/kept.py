"""Keep what is slow to make, by the content that it is made of."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept(path: Path, make: Callable[[], bytes]) -> Path:
    """Return the path after its file was made, unless it was there.

    The file is there whole or not at all, whichever threads and builds make it at once.

    Args:
        path: its name tells the content that it is made of.
        make: gives what is to be in it.
    """
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = make()
        number, draft = tempfile.mkstemp(".part", dir=path.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(made)
            Path(draft).replace(path)
        except BaseException:
            Path(draft).unlink()
            raise
    return path
