from pathlib import Path

from ordinary import give_up_root
from writable import try_to_write

give_up_root()
before = Path("fine/data.db").read_bytes()
for name in "fine", "closed-folder", "closed-file":
    print(name, "-", try_to_write(f"{name}/data.db"))

print("unchanged:", before == Path("fine/data.db").read_bytes())
