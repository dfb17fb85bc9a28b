import json
from multiprocessing import Barrier, Process
from pathlib import Path

PATH = Path("unlocked.json")


def add_one(both_ready):
    stock = json.loads(PATH.read_bytes())
    both_ready.wait()  # the other has read, too
    stock["tea"] += 1
    PATH.write_text(json.dumps(stock), encoding="utf-8")


if __name__ == "__main__":
    PATH.write_text('{"tea": 0}', encoding="utf-8")
    both_ready = Barrier(2)
    writers = [
        Process(target=add_one, args=(both_ready,)) for _ in range(2)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    print(PATH.read_text(encoding="utf-8"))
