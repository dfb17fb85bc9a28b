import signal
import subprocess
import sys

from server import running
from shared import put, put_back

with running() as client:
    for how in ("BRPOP", "BLMOVE"):
        client.flushall()
        for job in ("print", "bind", "post"):
            put(client, job)
        worker = subprocess.run([sys.executable, "worker.py", how])
        print("killed:", worker.returncode == -signal.SIGKILL)
        print(f"{how:6}  Ada has", client.lrange("doing:Ada", 0, -1))
        put_back(client, "Ada")
        print("        waiting", client.lrange("todo", 0, -1))
