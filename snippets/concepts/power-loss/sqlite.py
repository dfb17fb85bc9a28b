from power_loss import heads
from tables import try_way

heads()
for journal in (
    "delete",
    "truncate",
    "persist",
    "wal",
    "memory",
    "off",
):
    for level in ("off", "normal", "full", "extra"):
        name = f"{journal} {level}"
        try_way(name, "save_sqlite.py", journal, level)
