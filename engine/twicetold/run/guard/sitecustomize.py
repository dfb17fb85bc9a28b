"""What every Python started by an example does first: stay on this machine, in its folder.

It imports nothing that an interpreter does not start with: a program could use what it has
not imported.
"""

import _signal
import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Events that change a file, and which of their arguments name it.
_CHANGES = {
    "os.link": (1,),
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rename": (0, 1),
    "os.rmdir": (0,),
    "os.symlink": (1,),
    "os.truncate": (0,),
}
_OTHERS = ("/dev/", "/proc/")
_network = False  # whether an example may reach other machines
_folder = ""  # that holds the page's, or nothing where an example may write anywhere
_keepers = {1}  # the processes that run examples, and all at once


class LeavesThisMachine(PermissionError):
    """An example tried to reach another machine."""

    __module__ = "builtins"


class LeavesItsFolder(PermissionError):
    """An example tried to change a file that is not its own."""

    __module__ = "builtins"


class EndsItsTest(PermissionError):
    """An example tried to signal the process that runs it."""

    __module__ = "builtins"


def begin():
    """Learn where the example is run; heed signals and print as one started in a terminal."""
    global _folder, _network
    _network = bool(os.environ.get("PROOF_NETWORK"))
    _folder = os.environ.get("PROOF_FOLDER", "")
    _keepers.update(map(int, os.environ.get("PROOF_KEEPER", "").split()))
    if os.environ.pop("PROOF_FIRST", None):  # no program of an example's own inherits this
        _heed("SIGINT", _signal.default_int_handler)
        _heed("SIGHUP", _signal.SIG_DFL)
        _heed("SIGQUIT", _signal.SIG_DFL)
    if os.environ.get("PYTHONHASHSEED") == "2":  # the second run: on a machine with one more
        for name in ("cpu_count", "process_cpu_count"):
            if hasattr(os, name):
                count = (getattr(os, name)() or 1) + 1
                setattr(os, name, lambda count=count: count)
    try:
        is_terminal = str(os.stat(1).st_ino) == os.environ.get("PROOF_PRINTER")
    except OSError:
        return
    if is_terminal and sys.stdout is not None:
        sys.stdout.reconfigure(line_buffering=True)


def _heed(name, handler):
    """Undo that a signal is ignored, as it is for what a shell starts in the background."""
    number = getattr(_signal, name, None)
    if number is not None and _signal.getsignal(number) == _signal.SIG_IGN:
        _signal.signal(number, handler)


def _watch(event, arguments):
    if event.startswith("socket."):
        if not _network:
            _stay_here(event, arguments)
    elif event in ("os.kill", "os.killpg"):
        if abs(arguments[0]) in _keepers:
            _refuse(EndsItsTest, "an example may not signal the process that runs it")
    elif not _folder:
        return
    elif event == "open":
        if isinstance(arguments[2], int) and arguments[2] & _WRITES:
            _stay_inside(arguments[0], follow=True)
    elif event in _CHANGES:
        for index in _CHANGES[event]:
            _stay_inside(arguments[index], follow=event == "os.truncate")
    elif event == "sqlite3.connect":
        _stay_inside(_database(arguments[0]), follow=True)


def _stay_here(event, arguments):
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode()
    if host and not _is_here(host):
        asked = f"an example may not leave this machine, but asked for {host}"
        _refuse(LeavesThisMachine, asked)


def _is_here(host):
    """Return whether a host is this machine, by its name or its address."""
    import _socket

    if host.lower() in ("localhost", "localhost."):
        return True
    try:
        return _socket.inet_aton(host)[0] in (0, 127)
    except OSError:
        pass
    try:
        *start, last = _socket.inet_pton(_socket.AF_INET6, host.partition("%")[0])
    except (OSError, ValueError):
        return False
    if bytes(start[:12]) == b"\0" * 10 + b"\xff\xff":
        return start[12] in (0, 127)
    return not any(start) and last in (0, 1)


def _database(name):
    """Return the file that SQLite is going to open for writing, or None."""
    if not isinstance(name, (str, bytes)) and not hasattr(name, "__fspath__"):
        return None
    name = os.fsdecode(name)
    if name.startswith("file:"):
        path, _, options = name[5:].partition("?")
        if {"mode=ro", "mode=memory", "vfs=memdb", "immutable=1"} & set(options.split("&")):
            return None
        start, *rest = os.fsencode(path).split(b"%")
        path = start + b"".join(bytes.fromhex(p[:2].decode()) + p[2:] for p in rest)
        name = os.fsdecode(b"/" + path.lstrip(b"/") if path.startswith(b"/") else path)
    return None if name in ("", ":memory:") else name


def _stay_inside(path, follow):
    """Refuse to change a file outside the folders of the page.

    Args:
        path: as the program gives it; nothing is refused if it is None or a descriptor.
        follow: whether what a link points to would be changed, not the link.
    """
    if path is None or isinstance(path, int) or path == os.devnull:
        return
    try:
        path = os.path.abspath(os.fsdecode(path))
        place, name = os.path.split(path)
        real = os.path.realpath(path) if follow else os.path.realpath(place) + os.sep + name
    except (OSError, TypeError, ValueError):
        return  # what can't be found can't be changed
    if real.startswith(_OTHERS) or "__pycache__" in real:
        return
    if not real.startswith(_folder + os.sep):
        where = "only in its folder, its home and the temporary folder"
        _refuse(LeavesItsFolder, f"an example may write {where}, not to {path}")


def _refuse(kind, message):
    """Raise an error, and write it down, too: a program may catch it."""
    tell(f"did\t{kind.__name__}: {message}")
    raise kind(message)


def tell(message):
    """Write something down that the program's output need not show."""
    if _folder:
        told = os.open(_folder + "/told", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(told, f"{message}\n".encode("utf-8", "backslashreplace"))
        os.close(told)


begin()
sys.addaudithook(_watch)
if os.environ.get("PROOF_STRICT"):
    import _proof_leaks

    _proof_leaks.watch(tell)
if os.environ.get("PROOF_SEEN"):
    import _proof_seen

    _proof_seen.watch(lambda: _folder)
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _HERE]
