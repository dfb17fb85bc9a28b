python check.py wal.db
