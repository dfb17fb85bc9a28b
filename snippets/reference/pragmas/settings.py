# Each with two values: one of them is not the default.
SETTINGS = {
    "user_version": (7, 8),
    "application_id": (7, 8),
    "journal_mode = WAL": ("wal", "wal"),
    "journal_mode = TRUNCATE": ("truncate", "truncate"),
    "page_size": (8192, 4096),
    "auto_vacuum": (1, 2),
    "encoding": ("UTF-16le", "UTF-16be"),
    "foreign_keys": (1, 0),
    "busy_timeout": (9000, 8000),
    "synchronous": (1, 2),
    "wal_autocheckpoint": (100, 200),
    "journal_size_limit": (1_000_000, 2_000_000),
    "locking_mode": ("exclusive", "normal"),
    "query_only": (1, 0),
    "defer_foreign_keys": (1, 0),
    "recursive_triggers": (1, 0),
    "ignore_check_constraints": (1, 0),
    "secure_delete": (1, 0),
    "trusted_schema": (0, 1),
    "cell_size_check": (1, 0),
    "cache_size": (-8000, -9000),
    "mmap_size": (1_000_000, 2_000_000),
    "temp_store": (2, 1),
}
FILES = ["new file", "with a table", "then VACUUM", "in a transaction"]


def ask(con, setting):
    name = setting.partition(" ")[0]
    return con.execute(f"PRAGMA {name}").fetchone()[0]


def path(setting, file):
    return f"{setting.replace(' = ', '-')} {file}.db"
