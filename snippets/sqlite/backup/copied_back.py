import shutil
import subprocess
import sys
from pathlib import Path

from check import check
from restore import restore

subprocess.run([sys.executable, "wipe.py"])
shutil.copy("backup.db", "shop.db")
copied = Path("shop.db").read_bytes()
print("copied:", copied == Path("backup.db").read_bytes())
check("shop.db")

subprocess.run([sys.executable, "wipe.py"])
restore("backup.db", "shop.db")
check("shop.db")
