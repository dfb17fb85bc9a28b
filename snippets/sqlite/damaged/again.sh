python check.py saved.db
