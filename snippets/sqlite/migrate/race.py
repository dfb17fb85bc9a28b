import subprocess
import sys
from contextlib import closing
from pathlib import Path

from migration import connect, migrate
from steps import STEPS

Path("race.db").unlink(missing_ok=True)
COMMAND = [sys.executable, "racer.py", "race.db"]

with closing(connect("race.db")) as con:
    migrate(con, STEPS[:1])
    con.execute("BEGIN IMMEDIATE")  # holds both at the start
    racers = [
        subprocess.Popen(COMMAND, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for racer in racers:
        print(racer.stdout.readline().strip(), end=", ")
        print(racer.stdout.readline().strip())
    con.execute("ROLLBACK")

    traces = "".join(racer.communicate()[0] for racer in racers)
    print("exit status", [racer.returncode for racer in racers])
    print("ALTER TABLE", traces.count("ALTER TABLE"), "time")
