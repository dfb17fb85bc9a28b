"""Write down what a program asks for outside its page's folders, for who remembers the run.

Reading raises an audit event; `os.stat` and its like raise none, and so are wrapped. What can
be followed by neither is written down as a doubt: such a page is run each time.
"""

import os
import sys

_ASKS = ("access", "lstat", "open", "readlink", "stat", "statvfs", "statx")
_READS = {"open": 0, "os.getxattr": 0, "os.listxattr": 0, "os.link": 0}
_LISTS = ("os.listdir", "os.scandir")
_STARTS = ("os.exec", "os.forkpty", "os.spawn", "os.system", "pty.spawn")
_BEYOND = ("cpython.PyInterpreterState_New", "os.chroot", "sqlite3.load_extension")
_CONNECTS = ("socket.connect", "socket.sendmsg", "socket.sendto")
_DEVICES = ("/dev/null", "/dev/urandom", "/dev/random", "/dev/shm")
_MOVING = ("/dev/", "/proc/", "/sys/", "/run/")  # what no state of a file tells of
_LIBRARY = os.path.dirname(os.__file__) + "/lib-dynload/"
_HERE = os.path.dirname(os.path.abspath(__file__))
_PYTHON = os.path.realpath(sys.executable)
_SUPPORTS = (
    *(os.supports_dir_fd, os.supports_effective_ids),
    *(os.supports_fd, os.supports_follow_symlinks),
)
MOST = 5000  # files of a listed folder
_noted: set[tuple[str, str]] = set()
_doubts: list[str] = []
_real_lstat, _real_stat, _real_readlink, _real_open = os.lstat, os.stat, os.readlink, os.open
_INSTALLED = (sys.prefix + "/", sys.base_prefix + "/")


class _Asked:
    """A function of `os` that notes the path it is asked for; like a built-in, no method."""

    def __init__(self, function: object, folder: object) -> None:
        self.__name__ = self.__qualname__ = function.__name__
        self.__doc__ = function.__doc__
        self.__wrapped__ = function
        self.__module__ = "posix"
        self._folder = folder

    def __call__(self, *arguments, **options):
        path = arguments[0] if arguments else options.get("path")
        _note(self._folder(), "asked", path, options.get("dir_fd"))
        return self.__wrapped__(*arguments, **options)

    def __repr__(self) -> str:
        return repr(self.__wrapped__)

    def __reduce__(self) -> str:
        return self.__name__


def _sign(look, path: str) -> str:
    try:
        found = look(path)
    except (OSError, ValueError) as error:
        return type(error).__name__
    times = f"{found.st_mtime_ns} {found.st_ctime_ns}"
    return (
        f"{found.st_mode} {found.st_uid} {found.st_size} {times} {found.st_dev} {found.st_ino}"
    )


def state(kind: str, path: str) -> str:
    """Return what a program could have learned of a path.

    Args:
        kind: `asked`, or `listed` if the files in it matter, too.
        path: an absolute one.
    """
    found = f"{_sign(_real_lstat, path)}, {_sign(_real_stat, path)}"
    if kind == "listed" and not path.startswith(_INSTALLED):
        try:
            names = sorted(os.listdir(path))
        except OSError as error:
            return f"{found}, {type(error).__name__}"
        if len(names) > MOST:
            return ""
        inside = [os.path.join(path, name) for name in names]
        signs = [(each, _sign(_real_lstat, each), _sign(_real_stat, each)) for each in inside]
        found = f"{found}, {signs!a}"
    return found


def _note(folder: str, kind: str, path: object, place: object = None) -> None:
    if kind == "listed" and isinstance(path, int):
        path, place = ".", path
    if not folder or _doubts or path is None or isinstance(path, int):
        return  # what is open was noted when it was opened
    try:
        path = os.fsdecode(path)
        if isinstance(place, int) and not path.startswith("/"):
            path = os.path.join(_real_readlink(f"/proc/self/fd/{place}"), path)
        path = os.path.abspath(path)
    except (TypeError, ValueError):
        return  # as the function itself refuses it, too
    except OSError:
        _doubt(folder, "reads beside an open folder")
        return
    if path.startswith(folder + "/") or (kind, path) in _noted:
        return
    if "/__pycache__/" in path and path.startswith(_INSTALLED):
        return  # which Python holds to its source
    _noted.add((kind, path))
    if (folder + "/").startswith(path.rstrip("/") + "/"):
        if kind == "listed":
            _doubt(folder, f"lists {path}")
        return
    if path.startswith(_MOVING):
        if path not in _DEVICES and not path.startswith("/dev/shm/"):
            _doubt(folder, f"reads {path}")
        return
    if "\n" in path or "\t" in path:
        _doubt(folder, f"reads {path!r}")
        return
    _write(folder, f"{kind}\t{path}\t{state(kind, path)}")


def _doubt(folder: str, why: str) -> None:
    if folder and not _doubts:  # one is enough, and what is seen from now on takes no memory
        _doubts.append(why)
        _noted.clear()
        _write(folder, f"doubt\t{why}")


def _write(folder: str, line: str) -> None:
    file = _real_open(folder + "/seen", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(file, f"{line}\n".encode("utf-8", "surrogateescape"))
    os.close(file)


def _starts(folder: str, executable: object, arguments: object, environment: object) -> str:
    """Return what a process starts that is not watched, or nothing."""
    try:
        words = [os.fsdecode(each) for each in arguments]
        name = os.fsdecode(executable or words[0])
    except (TypeError, IndexError):
        return str(executable or arguments)
    if os.path.realpath(name) != _PYTHON:
        return name
    for word in words[1:]:
        if not word.startswith("-") or word == "-":
            break
        if not word.startswith("--") and set(word) & set("IES"):
            return f"{name} {word}"
        if word in ("-c", "-m"):
            break
    given = os.environ if environment is None else environment
    given = {os.fsdecode(key): os.fsdecode(value) for key, value in given.items()}
    is_watched = given.get("PROOF_FOLDER") == folder and "PROOF_SEEN" in given
    if not is_watched or _HERE not in given.get("PYTHONPATH", "").split(":"):
        return f"{name} with an environment of its own"
    return ""


def _beyond(folder: str, event: str, arguments: tuple[object, ...]) -> str:
    """Return what is done of which an event tells no more than that it is, or nothing."""
    if event in ("subprocess.Popen", "os.posix_spawn"):  # which the first may come down to
        name = _starts(folder, arguments[0], arguments[1], arguments[-1])
        return f"starts {name}" if name else ""
    if event in _STARTS:
        return f"starts {arguments[0] if arguments else event}"
    if event in _BEYOND or (event.startswith("ctypes.") and arguments != (None,)):
        return event
    if event in _CONNECTS:
        return _connects(folder, arguments[1])
    if event == "import" and arguments[1] and not str(arguments[1]).startswith(_LIBRARY):
        return f"imports {arguments[0]}, which is not written in Python"
    return ""


def _connects(folder: str, address: object) -> str:
    """Return to what a program connects that need not be of its page, or nothing."""
    if isinstance(address, (str, bytes)):
        path = os.path.realpath(os.fsdecode(address))
        return "" if path.startswith(folder + "/") else f"connects to {path}"
    return f"connects to {address}" if address else ""


def watch(folder) -> None:
    """Begin to write down what programs ask for.

    Args:
        folder: returns the folder that holds the page's, or nothing while there is none.
    """
    import posix

    for name in _ASKS:
        if hasattr(os, name):
            original = getattr(os, name)
            asked = _Asked(original, folder)
            for module in (os, posix):
                setattr(module, name, asked)
            for abilities in _SUPPORTS:
                if original in abilities:
                    abilities.add(asked)

    def hook(event, arguments):
        place = folder()
        if not place or _doubts:
            return
        if event in _READS:
            _note(place, "asked", arguments[_READS[event]])
        elif event in _LISTS:
            _note(place, "listed", "." if arguments[0] is None else arguments[0])
        elif event == "sqlite3.connect":
            _opens(place, arguments[0])
        elif event == "os.symlink":
            _links(place, *arguments[:2])
        elif why := _beyond(place, event, arguments):
            _doubt(place, why)

    sys.addaudithook(hook)


def _opens(folder: str, name: object) -> None:
    """Doubt a database outside the page's folders: what SQLite reads beside it is not seen."""
    try:
        name = os.fsdecode(name)
    except TypeError:
        return  # as SQLite refuses it, too
    path, _, options = name.removeprefix("file:").partition("?")
    if path in ("", ":memory:") or {"mode=memory", "vfs=memdb"} & set(options.split("&")):
        return
    if name.startswith("file:"):
        start, *rest = os.fsencode("/" + path.lstrip("/") if path[0] == "/" else path).split(
            b"%"
        )
        path = os.fsdecode(
            start + b"".join(bytes.fromhex(p[:2].decode()) + p[2:] for p in rest)
        )
    if not os.path.realpath(path).startswith(folder + "/"):
        _doubt(folder, f"opens the database {path}")


def _links(folder: str, source: object, target: object) -> None:
    """Doubt a link that leads out of the page's folders."""
    place = os.path.dirname(os.path.abspath(os.fsdecode(target)))
    path = os.path.realpath(os.path.join(place, os.fsdecode(source)))
    if not path.startswith(folder + "/"):
        _note(folder, "asked", path)
        if os.path.isdir(path):
            _doubt(folder, f"links to {path}")
