import os
from pathlib import Path

from formats import FORMATS


def show(when, folder):
    """Print the names of the files in a folder."""
    names = []
    for file in sorted(folder.iterdir()):
        empty = "" if file.stat().st_size else " (empty)"
        names.append(file.name + empty)
    print(f"  {when:8}", *names, flush=True)


def hold(name, end):
    """Write, show the open files, and close them or die."""
    with FORMATS[name]():
        if end == "die":
            os._exit(0)
        show("open", Path())
