from multiprocessing import Barrier, Process
from pathlib import Path

from primes import count_primes


def ask(all_ready):
    all_ready.wait()
    count_primes(100_000)


if __name__ == "__main__":
    Path("cache.db").unlink(missing_ok=True)
    all_ready = Barrier(3)
    askers = [Process(target=ask, args=(all_ready,)) for _ in "123"]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    print("exit codes", [asker.exitcode for asker in askers])
