from save_files import WAYS
from tables import try_ways

ways = {name: ([name], [file]) for name, (_, file) in WAYS.items()}
del ways["shelve, sqlite3"]  # needs Python 3.13
try_ways("save_files.py", ways)
