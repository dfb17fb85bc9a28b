import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path


def trial(name, path, what):
    program = [sys.executable, "trial.py", name, path, what]
    return subprocess.run(program, stderr=subprocess.DEVNULL).returncode


print(f"{'':11} mine theirs   tea   jam   files")
for name in ("dbm.sqlite3", "dbm.gnu", "dbm.ndbm", "dbm.dumb"):
    try:
        backend = import_module(name)
    except ImportError:
        continue
    shutil.rmtree(name, ignore_errors=True)
    Path(name).mkdir()
    path = f"{name}/prices"
    with backend.open(path, "n") as prices:
        prices["tea"] = "3"
    files = sorted(file.name for file in Path(name).iterdir())

    with backend.open(path, "w") as prices:
        for number in range(10):
            prices[f"mine {number}"] = "5"
        refused = trial(name, path, "write")
    trial(name, path, "die")

    with backend.open(path, "r") as prices:
        keys = prices.keys()
        left = {key: prices[key].decode() for key in keys}
    mine = str(keys).count("mine")
    theirs = "refused" if refused else str(keys).count("theirs")
    tea, jam = left[b"tea"], left.get(b"jam", "lost")
    print(f"{name:11} {mine:4} {theirs:<8} {tea:5} {jam:5}", *files)
