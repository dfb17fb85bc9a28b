import os
from pathlib import Path

seen = Path("processors.txt")
if not seen.exists():
    seen.write_text(str(os.cpu_count()))
print("as before:", seen.read_text() == str(os.cpu_count()))
