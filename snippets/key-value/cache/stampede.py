from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

nobody_found_it = Barrier(3)
computed = []


def compute_if_missing(path):
    if not path.exists():
        nobody_found_it.wait()
        computed.append("9592")
        path.write_text(computed[-1], encoding="utf-8")


path = Path("primes.txt")
path.unlink(missing_ok=True)
with ThreadPoolExecutor(3) as pool:
    list(pool.map(compute_if_missing, [path] * 3))
print(path.read_text(encoding="utf-8"))
print("computed", len(computed), "times")
