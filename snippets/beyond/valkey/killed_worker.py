import subprocess
import sys

from server import running
from shared import put, put_back

with running() as client:
    for how in ("BRPOP", "BLMOVE"):
        client.flushall()
        for job in ("print", "bind", "post"):
            put(client, job)
        subprocess.run([sys.executable, "worker.py", how])
        put_back(client, "Ada")
        left = client.lrange("todo", 0, -1)
        print(f"{how:6}  put: 3, left: {len(left)}")
