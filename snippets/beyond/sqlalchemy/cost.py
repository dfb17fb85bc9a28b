import sqlite3  # noqa: F401
import sys
from importlib.metadata import files

before = len(sys.modules)
import sqlalchemy.orm  # noqa: E402, F401

more = len(sys.modules) - before


def size(*packages):
    """Add up the installed files, in MB."""
    paths = [path for name in packages for path in files(name)]
    sources = [path for path in paths if path.suffix != ".pyc"]
    return sum(p.locate().stat().st_size for p in sources) / 10**6


alone = size("sqlalchemy", "typing_extensions")
print("SQLAlchemy, MB:", round(alone / 10) * 10)
alembic = size("alembic", "Mako", "MarkupSafe")
print("Alembic adds less than 2 MB:", alembic < 2)
print("over a hundred modules more than sqlite3:", more > 100)
