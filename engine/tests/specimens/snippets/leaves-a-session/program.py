import subprocess
import sys
from subprocess import DEVNULL

rest = [sys.executable, "-c", "import signal; signal.pause()"]
left = subprocess.Popen(
    rest, start_new_session=True, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL
)
left.returncode = 0
