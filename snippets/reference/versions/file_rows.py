import importlib.resources
import tempfile
from pathlib import Path

from probe import has, module, takes


def read_text():
    importlib.resources.read_text("json", "__init__.py")
    return "accepted"


TEMP = tempfile.NamedTemporaryFile
ROWS = [
    ("3.12", "delete_on_close", lambda: takes(TEMP, "delete_on_close")),
    ("3.13", "resources.read_text", read_text),
    ("3.14", "compression", lambda: module("compression")),
    ("3.14", "Path.copy", lambda: has(Path, "copy")),
]
