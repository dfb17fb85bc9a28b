"""What every Python started by an example does first: stay on this machine, tell of leaks."""

import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
_LOCAL = ("127.", "localhost", "::1", "0.0.0.0", "::")


class LeavesThisMachine(PermissionError):
    """An example tried to reach another machine."""

    __module__ = "builtins"


def _stay_here(event, arguments):
    if not event.startswith("socket."):
        return
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if isinstance(host, bytes):
        host = host.decode()
    if host and not host.startswith(_LOCAL):
        raise LeavesThisMachine(f"an example may not leave this machine, but asked for {host}")


def _tell_of_open_connections():
    """Do before Python 3.13 what it does itself: tell of a connection that is not closed."""
    try:
        import sqlite3
    except ImportError:
        return
    connect = sqlite3.connect

    class Connection(sqlite3.Connection):
        def __del__(self):
            if not _quiet and _is_open(self):
                print("ResourceWarning: unclosed database connection", file=sys.stderr)

    def _is_open(connection):
        try:
            return connection.total_changes >= 0
        except sqlite3.ProgrammingError:
            return False

    Connection.__module__ = "sqlite3"
    Connection.__qualname__ = "Connection"

    def connect_and_watch(*arguments, **options):
        if len(arguments) < 6:
            options.setdefault("factory", Connection)
        return connect(*arguments, **options)

    connect_and_watch.__name__ = connect_and_watch.__qualname__ = "connect"
    connect_and_watch.__doc__ = connect.__doc__
    sqlite3.connect = sqlite3.dbapi2.connect = connect_and_watch


_quiet = []


def excuse_leaks():
    """Let a program that has failed leave its files and connections open."""
    import warnings

    warnings.simplefilter("ignore", ResourceWarning)
    _quiet.append(True)


def _show_then_excuse(kind, error, traceback):
    sys.__excepthook__(kind, error, traceback)
    excuse_leaks()


def strict():
    """Watch for leaks, as the program of a page is watched."""
    if sys.version_info < (3, 13):
        _tell_of_open_connections()
    sys.excepthook = _show_then_excuse


sys.addaudithook(_stay_here)
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != _HERE]
if os.environ.get("PROOF_STRICT"):
    strict()
