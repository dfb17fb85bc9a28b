import sqlite3
from contextlib import closing
from pathlib import Path

from cases import CASES
from modes import MODES, show

COUNT = """
    SELECT (SELECT count(*) FROM notes)
        + (SELECT count(*) FROM sqlite_master WHERE name = 'tags')
"""


def kept(path):
    if not path.exists():
        return "refused"
    with closing(sqlite3.connect(path)) as con:
        return str(con.execute(COUNT).fetchone()[0])


show("kept after", MODES, 38)
for number, case in enumerate(CASES):
    paths = [Path(f"{number}-{mode}.db") for mode in MODES]
    show(case, [kept(path) for path in paths], 38)
