from pathlib import Path

from ordinary import give_up_root
from writable import try_to_write

give_up_root()
Path("closed-folder").chmod(0o755)
print("closed-folder -", try_to_write("closed-folder/data.db"))
Path("closed-file/data.db").chmod(0o644)
print("closed-file -", try_to_write("closed-file/data.db"))
