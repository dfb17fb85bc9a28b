import shutil
import subprocess
import sys

from check import check
from restore import restore

subprocess.run([sys.executable, "wipe.py"])
shutil.copy("backup.db", "shop.db")
check("shop.db")

subprocess.run([sys.executable, "wipe.py"])
restore("backup.db", "shop.db")
check("shop.db")
