python check.py table.db index.db one_bit.db header.db
