import sqlite3
import sys
from importlib.resources import as_file, files

sys.path.insert(0, "periodic.pyz")


def path_of(name):
    with as_file(files("periodic").joinpath(name)) as path:
        return path


sqlite3.connect(f"{path_of('elements.db').as_uri()}?mode=ro", uri=True)
