import tempfile
from pathlib import Path

from calls import Unknown
from recorder import record

OPEN = "import mmap, os; file = open('notes.txt', 'r+b'); n = 3; "
PROGRAMS = [
    "file.write(b'new')",
    "os.posix_fallocate(file.fileno(), 0, 100)",
    "os.copy_file_range(file.fileno(), file.fileno(), 3, 0, 3)",
    "mmap.mmap(file.fileno(), 0)[:3] = b'new'",
    "os.open('notes.txt', os.O_WRONLY | os.O_SYNC)",
    "os.fork() or os.write(file.fileno(), b'new')",
    "os.symlink('notes.txt', 'link')",
    "os.sync()",
]

for program in PROGRAMS:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "folder")
        folder.mkdir()
        (folder / "notes.txt").write_text("old notes", encoding="utf-8")
        try:
            events = record(["python", "-c", OPEN + program], folder)
            says = f"known: {events[-1][0]}"
        except Unknown as error:
            says = f"unknown: {error}".partition("(")[0]
    print(f"{program:58}{says}")
