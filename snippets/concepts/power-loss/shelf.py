from power_loss import heads
from tables import try_way

heads()
way = "shelve, sqlite3"
try_way(way, "save_files.py", way, check=["note"])
