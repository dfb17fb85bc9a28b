import os
from pathlib import Path

path = Path("lines.txt")
path.write_text("tea\nmilk\n", encoding="utf-8", newline="\n")


def end(file):
    file.seek(-5, os.SEEK_END)
    return file.read()


CASES = {
    "the position in a for loop": (
        ("r", lambda f: [f.tell() for line in f]),
        ("r", lambda f: [f.tell() for _ in iter(f.readline, "")]),
    ),
    "seek from the end of a text": (("r", end), ("rb", end)),
    "opened to read": (
        ("r", lambda f: f.write("tea\n")),
        ("r+", lambda f: f.write("tea\n")),
    ),
    "opened to read and write": (
        ("rw", lambda f: f.readline()),
        ("r+", lambda f: f.readline()),
    ),
}
for what, attempts in CASES.items():
    for mode, work in attempts:
        encoding = None if "b" in mode else "utf-8"
        try:
            with path.open(mode, encoding=encoding) as file:
                print("    right:", repr(work(file)))
        except (OSError, ValueError) as error:
            print(f"{what}: {type(error).__name__}: {error}")
