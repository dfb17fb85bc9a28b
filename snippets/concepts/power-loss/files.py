from power_loss import heads
from save_files import WAYS
from tables import try_way

heads()
for name, (_, file) in WAYS.items():
    if name != "shelve, sqlite3":  # needs Python 3.13
        try_way(name, "save_files.py", name, check=[file])
