import sqlite3


def has_wal_reset_bug(version=sqlite3.sqlite_version_info):
    if (3, 50, 7) <= version < (3, 51):
        return False
    if (3, 44, 6) <= version < (3, 45):
        return False
    return (3, 7) <= version < (3, 51, 3)


for version in (
    (3, 40, 1),
    (3, 44, 6),
    (3, 50, 4),
    (3, 50, 7),
    (3, 51, 2),
    (3, 51, 3),
    (3, 53, 0),
):
    name = ".".join(map(str, version))
    print(
        name, "has the bug" if has_wal_reset_bug(version) else "fixed"
    )
