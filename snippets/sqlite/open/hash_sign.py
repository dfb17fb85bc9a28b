import sqlite3
from pathlib import Path

path = Path("sales#2024.db")
path.touch()

sqlite3.connect(f"file:{path}?mode=ro", uri=True).close()
print([found.name for found in sorted(Path().glob("sales*"))])

Path("sales").unlink()
address = path.absolute().as_uri() + "?mode=ro"
sqlite3.connect(address, uri=True).close()
print([found.name for found in sorted(Path().glob("sales*"))])
