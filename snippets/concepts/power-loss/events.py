"""Know the names and the open files of a folder; note what changes."""

import re
from pathlib import Path

FOLDER = 0  # stands for every folder; files are numbered from 1
# SQLite's index of the -wal is shared memory that happens to have a
# name: the first connection after a crash makes it from the -wal.
REBUILT = "-shm"
SPECIAL = re.compile(
    r"O_(D?SYNC|DIRECT|TMPFILE)\b|RENAME_[EW]|MAP_SHARED"
)
IOCTLS = re.compile("TCGETS|FIO(N?CLEX|NBIO)|TIOCGWINSZ")


class Opened:
    def __init__(self, number, appends):
        self.number, self.appends, self.position = number, appends, 0


class Events:
    """Collect what happens to a folder, oldest first."""

    def __init__(self, folder):
        self.folder = str(Path(folder).resolve())
        self.opened = {}  # by process and descriptor
        names, contents = now(folder)
        self.names = dict(names)
        self.sizes = {n: len(c or b"") for n, c in contents.items()}
        self.list = [("start", names, contents)]

    def take(self, call, names, descriptor, values, data, result):
        """Note what a call changes; return whether it is known."""
        name = names[0] if names else None
        number = self.names.get(name)
        file = self.opened.get(descriptor)
        if any(map(SPECIAL.search, values)):
            return False
        match call:
            case "open" | "openat":
                return self.open(name, (descriptor[0], result), values)
            case "mkdir" | "mkdirat":
                self.change({name: FOLDER})
            case "rmdir" | "unlink" | "unlinkat":
                self.change({name: None})
            case "link" | "linkat" if number and names[1]:
                self.change({names[1]: number})
            case "rename" | "renameat" | "renameat2":
                if not number or not names[1]:  # a folder, or moved out
                    return False
                self.change({name: None, names[1]: number})
            case "truncate" if number:
                self.resize(number, int(values[1]))
            case "chdir":
                return name == "."
            case "mmap":
                pass  # a private map: what is written there stays there
            case "ioctl":
                return IOCTLS.search(values[1]) is not None
            case "fcntl" | "dup" | "dup2" | "dup3":
                if call != "fcntl" or "F_DUPFD" in values[1]:
                    self.opened[descriptor[0], result] = file
                return "F_SETFL" not in values
            case _ if file is None or file.number != number:
                return call in ("read", "readv", "lseek")
            case "read" | "readv":
                file.position += int(result)
            case "lseek":
                file.position = int(result)
            case "write" | "writev":
                data = data[: int(result)]
                file.position = self.write(file, file.position, data)
            case "pwrite64" | "pwritev":
                self.write(file, int(values[-1]), data[: int(result)])
            case "ftruncate":
                self.resize(number, int(values[1]))
            case "fsync" | "fdatasync" if number == FOLDER:
                self.list.append(("sync_folder", name))
            case "fsync" | "fdatasync":
                self.list.append(("sync", number))
            case _:
                return False
        return True

    def open(self, name, descriptor, values):
        if name not in self.names:
            if not any("O_CREAT" in value for value in values):
                return False  # made by a call that was not seen
            self.change({name: len(self.sizes)})
            self.sizes[self.names[name]] = 0
        number = self.names[name]
        if any("O_TRUNC" in value for value in values):
            self.resize(number, 0)
        appends = any("O_APPEND" in value for value in values)
        self.opened[descriptor] = Opened(number, appends)
        return True

    def change(self, names):
        """Give names to files, or take them: all at once, or not."""
        self.names |= names
        for name in [name for name in names if names[name] is None]:
            del self.names[name]
        self.list.append(("change", names))

    def resize(self, number, size):
        if self.sizes[number] != size:
            self.sizes[number] = size
            self.list.append(("resize", number, size))

    def write(self, file, offset, data):
        """Note a write; return where it ends."""
        offset = self.sizes[file.number] if file.appends else offset
        end = offset + len(data)
        self.sizes[file.number] = max(end, self.sizes[file.number])
        self.list.append(("write", file.number, offset, data))
        return end


def now(folder):
    """Return the names, each with a number, and their contents."""
    names, contents = {".": FOLDER}, {FOLDER: None}
    for path in sorted(Path(folder).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir():
            names[name] = FOLDER
        elif not name.endswith(REBUILT):
            names[name] = len(contents)
            contents[names[name]] = path.read_bytes()
    return names, contents
