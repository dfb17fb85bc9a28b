import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path


def trial(name, path, what):
    program = [sys.executable, "trial.py", name, path, what]
    return subprocess.run(program, stderr=subprocess.DEVNULL).returncode


def read(backend, path):
    with backend.open(path, "r") as prices:
        keys = prices.keys()
        return {key: prices[key].decode() for key in keys}


print(f"{'':12}{'of 20':8} {'tea':5} {'jam':5} files")
for name in ("dbm.sqlite3", "dbm.gnu", "dbm.ndbm", "dbm.dumb"):
    try:
        backend = import_module(name)
    except ImportError:
        continue
    shutil.rmtree(name, ignore_errors=True)
    path = Path(name, "prices")
    path.parent.mkdir()
    with backend.open(str(path), "n") as prices:
        prices["tea"] = "3"
    files = sorted(file.name for file in path.parent.iterdir())

    with backend.open(str(path), "w") as prices:
        for number in range(10):
            prices[f"mine {number}"] = "5"
        refused = trial(name, path, "write")
    kept = "refused" if refused else len(read(backend, str(path))) - 1
    trial(name, path, "die")
    left = read(backend, str(path))
    tea, jam = left[b"tea"], left.get(b"jam", "lost")
    print(f"{name:12}{kept:<8} {tea:5} {jam:5}", *files)
