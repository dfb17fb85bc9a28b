import builtins
import os
import sqlite3
import sys
import warnings
from pathlib import Path

Path("elsewhere").mkdir(exist_ok=True)
os.environ["LEFT"] = "behind"
os.chdir("elsewhere")
os.umask(0o077)
sys.path.insert(0, "left")
sys.modules["left"] = sys
builtins.left = True
sqlite3.paramstyle = "left"
warnings.simplefilter("ignore")
