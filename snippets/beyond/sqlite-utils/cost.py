from importlib.metadata import requires
from re import match

from weight import megabytes, modules

# As on a machine without pandas.
ALONE = "sys.modules['pandas'] = None; import sqlite_utils"

needed = [
    match(r"[\w.-]+", line)[0]
    for line in requires("sqlite-utils")
    if "extra ==" not in line
]
print("it needs:", *sorted(needed))
for name in "sqlite-utils", "pip":
    print(f"{name}: {megabytes(name):.1f} MB")

for label, code in {"sqlite3": "import sqlite3", "it": ALONE}.items():
    print(f"importing {label}: {round(modules(code), -1)} modules")
