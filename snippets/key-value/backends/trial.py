import os
import sys
from importlib import import_module

name, path, what = sys.argv[1:] or ("dbm.dumb", "trial", "write")
with import_module(name).open(path, "c") as prices:
    if what == "write":
        for number in range(10):
            prices[f"theirs {number}"] = "5"
    if what == "die":
        prices["tea"] = "4.50"
        prices["jam"] = "2"
        os._exit(0)
