import builtins
import os
import sqlite3
import sys
from pathlib import Path

print(os.environ.get("LEFT"), Path.cwd().name, "left" in sys.path)
print("left" in sys.modules, hasattr(builtins, "left"), sqlite3.paramstyle)
print(sys.path[0] == str(Path.cwd()), Path(__file__).name, sys.argv)
