import sqlite3  # noqa: F401
import sys
from importlib.metadata import files, requires
from re import match

needed = [
    match(r"[\w.-]+", line)[0]
    for line in requires("sqlite-utils")
    if "extra ==" not in line
]
print("it needs:", *sorted(needed))
for name in "sqlite-utils", "pip":
    size = sum(
        path.locate().stat().st_size
        for path in files(name)
        if path.suffix != ".pyc"
    )
    print(f"{name}: {size / 1e6:.1f} MB")

sys.modules["pandas"] = None  # as on a machine without it
before = len(sys.modules)
import sqlite_utils  # noqa: E402, F401

print("over a hundred modules more:", len(sys.modules) > before + 100)
