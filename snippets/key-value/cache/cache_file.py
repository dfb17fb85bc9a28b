import sqlite3
import time

TABLE = """CREATE TABLE IF NOT EXISTS cache
    (key TEXT PRIMARY KEY, value NOT NULL, expires REAL NOT NULL)"""


def connect(path):
    con = sqlite3.connect(path, timeout=60, isolation_level=None)
    con.execute(TABLE)
    return con


def find(con, key, loads):
    """Give the value in a list, or an empty list."""
    sql = "SELECT value FROM cache WHERE key = ? AND expires > ?"
    rows = con.execute(sql, (key, time.time())).fetchall()
    try:
        return [loads(value) for (value,) in rows]
    except Exception:  # damaged, or of another version
        return []


def save(con, key, value, seconds):
    now = time.time()
    con.execute("DELETE FROM cache WHERE expires <= ?", (now,))
    row = (key, value, now + seconds)
    con.execute("REPLACE INTO cache VALUES (?, ?, ?)", row)
