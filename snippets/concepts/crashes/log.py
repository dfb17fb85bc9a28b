import signal
import sys
from pathlib import Path

if "--catch" in sys.argv:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))

with Path("orders.log").open("w", encoding="utf-8") as log:
    log.write("order 1\n")
    print("ready", flush=True)
    sys.stdin.read()  # works until its input ends
