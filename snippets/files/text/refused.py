import os
from pathlib import Path

folder = Path("notes")
folder.mkdir(exist_ok=True)
path = folder / "today.txt"


def read_after_close():
    with path.open(encoding="utf-8") as file:
        pass
    return file.read()


def read_while_writing():
    with Path("draft.txt").open("w", encoding="utf-8") as file:
        return file.read()


ATTEMPTS = {
    "the folder is not there": lambda: Path("gone/a.txt").write_bytes(
        b"tea"
    ),
    "a folder, not a file": lambda: folder.read_text(encoding="utf-8"),
    "a whole title as the name": lambda: Path("Tea " * 80).write_bytes(
        b"tea"
    ),
    "a setting is missing": lambda: os.fspath(os.environ.get("NOTES")),
    "a folder that is not empty": folder.rmdir,
    "after the with block": read_after_close,
    "opened to write": read_while_writing,
    "bytes have no encoding": lambda: path.open("rb", encoding="utf-8"),
    "an encoding of MySQL": lambda: path.read_text(encoding="utf8mb4"),
}

path.write_text("tea\n", encoding="utf-8")
for what, attempt in ATTEMPTS.items():
    try:
        attempt()
    except (LookupError, OSError, TypeError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        print(f"{what}: {type(error).__name__}: {said}")
