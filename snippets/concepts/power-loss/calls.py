"""Read system calls as strace writes them; refuse what is unknown."""

import os
import re
from itertools import repeat
from pathlib import Path

from events import REBUILT, Events

# These change no file, or only its owner, permissions and times, or
# promise nothing about the disk (sync_file_range).
HARMLESS = re.compile(
    "access|faccessat2?|execve(at)?|[fl]?stat|newfstatat|statx|f?statfs"
    "|getcwd|getdents64|l?getxattr|readlink(at)?|pread(64|v)|fadvise64"
    "|close(_range)?|pipe2?|p?poll|p?select6?|epoll_.*|eventfd2|flock"
    "|inotify_init1|signalfd4|timerfd_create|memfd_create|socket(pair)?"
    "|connect|send(msg|to)|recv(msg|from)|sync_file_range"
    "|f?chmod(at2?)?|[fl]?chown|fchownat|utimensat"
)
BY_NAME = re.compile("chdir|link|mkdir|rename|rmdir|truncate|unlink")

HEX = r"((?:\\x[0-9a-f]{2})*)"
TEXT = re.compile(f'"{HEX}"')
OPENED = re.compile(rf"(AT_FDCWD|\d+)<{HEX}>")


class Unknown(Exception):
    """A call that may change a file in a way that is not known here."""


class Calls(Events):
    """Take the calls that concern a folder."""

    def call(self, process, call, arguments, result, rest):
        """Take one call, its arguments as strace writes them."""
        if HARMLESS.fullmatch(call) or result.startswith("-"):
            return  # a call that failed has changed nothing
        where = arguments
        if call in ("open", "openat"):
            where = result + rest
        elif not BY_NAME.match(call):
            where = arguments.partition('"')[0]  # before any data
        opened = OPENED.findall(where)
        paths = [os.fsdecode(plain(path)) for _, path in opened]
        if BY_NAME.match(call):
            names = map(os.fsdecode, texts(arguments))
            paths = map(self.path, paths or repeat(self.folder), names)
        if call == "write" and opened[0][0] == "1":
            is_saved = any(b"saved" in t for t in texts(arguments))
            self.list += [("saved",)] if is_saved else []
        names = [self.inside(path) for path in paths]
        if not any(names) and (names or "MAP_ANONYMOUS" in arguments):
            return  # it is about other folders
        data = b"".join(texts(arguments))
        file = process, opened[0][0] if opened else ""
        values = arguments.split(", ")
        if not self.take(call, names, file, values, data, result):
            said = TEXT.sub("…", OPENED.sub(r"\1", arguments))
            raise Unknown(f"{call}({said})")

    def path(self, base, name):
        """Return the path of a name as the system shows it."""
        path = Path(base, name)
        return str(path.parent.resolve() / path.name)

    def inside(self, path):
        """Return the name of a path in the folder, or None."""
        if path == self.folder:
            return "."
        is_ours = path.startswith(f"{self.folder}/")
        if not is_ours or path.endswith(REBUILT):
            return None
        return path.removeprefix(f"{self.folder}/")


def texts(arguments):
    return map(plain, TEXT.findall(arguments))


def plain(text):
    return bytes.fromhex(text.replace("\\x", ""))
