from multiprocessing import Barrier, Process
from pathlib import Path

from records import append, read

PATH = Path("shared.jsonl")


def log(name, both_ready):
    both_ready.wait()
    for number in range(100):
        record = {"name": name, "number": number, "text": "x" * 9000}
        append(PATH, record)


if __name__ == "__main__":
    PATH.unlink(missing_ok=True)
    both_ready = Barrier(2)
    writers = [
        Process(target=log, args=(name, both_ready)) for name in "AB"
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    numbers = {"A": [], "B": []}
    for record in read(PATH):
        numbers[record["name"]].append(record["number"])
    for name, written in numbers.items():
        whole = written == list(range(100))
        print(f"{name}: {len(written)} records, in order: {whole}")
