from pathlib import Path

from server import LOG, running

CALLS = Path("calls.txt")
TRACE = ("strace", "-f", "-y", "-e", "trace=fdatasync", "-o", CALLS)

for setting in ("no", "always"):
    with running(*LOG, setting, under=TRACE) as client:
        for n in range(100):
            client.set(f"key {n}", n)
    lines = CALLS.read_text("utf-8").splitlines()
    syncs = sum("incr.aof>" in line for line in lines)
    print(f"{setting:6}  answers: 100, syncs: {syncs}")
