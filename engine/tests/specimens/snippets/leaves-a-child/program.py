import subprocess
import sys

subprocess.Popen(
    [sys.executable, "-c", "import threading; threading.Event().wait()"],
    stdin=subprocess.PIPE,
).returncode = 0
