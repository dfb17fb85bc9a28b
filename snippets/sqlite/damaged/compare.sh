python check.py shop.db saved.db
