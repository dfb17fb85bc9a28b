from itertools import product

from tables import try_ways

JOURNALS = "delete", "truncate", "persist", "wal", "memory", "off"
LEVELS = "off", "normal", "full", "extra"

pairs = product(JOURNALS, LEVELS)
try_ways(
    "save_sqlite.py", {" ".join(pair): (pair, []) for pair in pairs}
)
