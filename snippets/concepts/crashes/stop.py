import subprocess
import sys
from pathlib import Path
from subprocess import DEVNULL, PIPE

log = Path("orders.log")

for option in ([], ["--catch"]):
    command = [sys.executable, "log.py", *option]
    with subprocess.Popen(
        command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
    ) as child:
        child.stdout.readline()
        child.terminate()
    print(*command[1:], "left", repr(log.read_text("utf-8")))
