import dbm.dumb
import shelve
import subprocess
import sys

with shelve.Shelf(dbm.dumb.open("shared", "n")) as shelf:
    shelf["alice"] = [30]
    subprocess.run([sys.executable, "bob.py"], check=True)
    shelf["carol"] = [41]
