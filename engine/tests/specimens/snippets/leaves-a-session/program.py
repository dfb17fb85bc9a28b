import subprocess
import sys
from subprocess import DEVNULL

rest = [sys.executable, "-c", "import time; time.sleep(600)"]
left = subprocess.Popen(
    rest, start_new_session=True, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL
)
left.returncode = 0
