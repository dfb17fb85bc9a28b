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

more = modules(ALONE) - modules("import sqlite3")
print("over a hundred modules more:", more > 100)
