import subprocess
import sys

subprocess.Popen(
    [sys.executable, "-c", "import threading; threading.Event().wait()"],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
).returncode = 0
