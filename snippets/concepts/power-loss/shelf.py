from tables import try_ways

way = "shelve, sqlite3"
try_ways("save_files.py", {way: ([way], ["note"])})
