import re
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite3


def read_key():
    return Path("keys", "clinic.key").read_text(encoding="ascii")


def connect(path, key):
    if not re.fullmatch("[0-9a-f]{64}", key):
        raise ValueError("a key has 64 hexadecimal digits")
    con = sqlite3.connect(path)
    try:
        con.execute("PRAGMA cipher_log_level = NONE")
        con.execute(f"PRAGMA key = \"x'{key}'\"")
        con.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        con.close()
        raise
    return con
