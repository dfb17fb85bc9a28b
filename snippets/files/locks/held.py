import subprocess
import sys

from filelock import FileLock

with FileLock("job.lock"):
    subprocess.run([sys.executable, "job.py"], check=True)
subprocess.run([sys.executable, "job.py"], check=True)
