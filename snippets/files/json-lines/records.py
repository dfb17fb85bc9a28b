import json
import os
import sys
from pathlib import Path


def append(path, record):
    line = json.dumps(record).encode("ascii") + b"\n"
    with Path(path).open("ab+", buffering=0) as file:
        # --8<-- [start:cut]
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                line = b"\n" + line
        # --8<-- [end:cut]
        if file.write(line) != len(line):
            raise OSError(f"{path}: the record was cut off")


def read(path):
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except ValueError:
                place = f"{path}, line {number}"
                print(f"{place}: not JSON", file=sys.stderr)
