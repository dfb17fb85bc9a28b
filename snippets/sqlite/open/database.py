import sqlite3
import time

TIMEOUT = 10.0  # seconds to wait while another program writes


def connect(path):
    # --8<-- [start:open]
    con = sqlite3.connect(path, timeout=TIMEOUT, isolation_level=None)
    # --8<-- [end:open]
    try:
        # --8<-- [start:settings]
        con.execute("PRAGMA foreign_keys = ON")
        con.execute("PRAGMA synchronous = FULL")
        use_wal(con)
        # --8<-- [end:settings]
    except BaseException:
        con.close()
        raise
    return con


# --8<-- [start:wal]
def use_wal(con):
    give_up = time.monotonic() + TIMEOUT
    while True:
        try:
            con.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > give_up:
                raise
        con.execute("BEGIN IMMEDIATE")  # waits for the other writer
        con.execute("ROLLBACK")
        # --8<-- [end:wal]
