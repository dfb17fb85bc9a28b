from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

nobody_found_it = Barrier(3)


def read_or_compute(path):
    if path.exists():
        return path.read_text(encoding="utf-8")
    nobody_found_it.wait()
    print("computing")
    path.write_text("9592", encoding="utf-8")
    return "9592"


path = Path("primes.txt")
path.unlink(missing_ok=True)
with ThreadPoolExecutor(3) as pool:
    print(*pool.map(read_or_compute, [path] * 3))
