"""Tell of what a program leaves open, and of its warnings, as a page's program is watched."""

import _warnings
import sys

_quiet = []
_strict = []  # the filter that makes errors of warnings
_tell = print


class _Sqlite:
    """Finds `sqlite3` as others do, and has it tell of a connection that is not closed.

    It does before Python 3.13 what that does itself.
    """

    def find_spec(self, name, path=None, target=None):
        if name != "sqlite3.dbapi2":
            return None
        for finder in sys.meta_path[sys.meta_path.index(self) + 1 :]:
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                _execute_and_watch(spec.loader, spec.loader.exec_module)
                return spec
        return None


def _execute_and_watch(loader, execute):
    def exec_module(module):
        del loader.exec_module
        execute(module)
        _tell_of_open_connections(module)

    loader.exec_module = exec_module


def _tell_of_open_connections(sqlite3):
    connect = sqlite3.connect

    class Kind(type):
        __name__ = "Connection"  # the name in messages is the one it is made with

    def __del__(self):
        if not _quiet and _is_open(self):
            message = "ResourceWarning: unclosed database connection"
            _tell(f"warned\t{message}")
            print(message, file=sys.stderr)

        def __reduce_ex__(self, protocol):  # refused in the words for its base
            raise TypeError("cannot pickle 'sqlite3.Connection' object")

    def _is_open(connection):
        try:
            return connection.total_changes >= 0
        except sqlite3.ProgrammingError:
            return False

    members = {"__del__": __del__, "__module__": "sqlite3", "__qualname__": "Connection"}
    Connection = Kind("sqlite3.Connection", (sqlite3.Connection,), members)

    def connect_and_watch(*arguments, **options):
        if len(arguments) < 6:
            options.setdefault("factory", Connection)
        return connect(*arguments, **options)

    connect_and_watch.__name__ = connect_and_watch.__qualname__ = "connect"
    connect_and_watch.__doc__ = connect.__doc__
    sqlite3.connect = connect_and_watch


def excuse_leaks():
    """Let a program that has failed leave its files and connections open."""
    import warnings

    warnings.simplefilter("ignore", ResourceWarning)
    _quiet.append(True)


def _show_then_excuse(kind, error, traceback):
    sys.__excepthook__(kind, error, traceback)
    _tell_of_warning(kind, error)
    excuse_leaks()


def _show_unraisable(unraisable):
    sys.__unraisablehook__(unraisable)
    _tell_of_warning(unraisable.exc_type, unraisable.exc_value)


def _tell_of_warning(kind, error):
    """Write down a warning that is an error here, and to a reader is none."""
    if issubclass(kind, Warning) and _strict and _warnings.filters[:1] == _strict:
        _tell(f"warned\t{kind.__name__}: {error}")


def watch(tell):
    """Begin to watch.

    Args:
        tell: writes down what a program's output need not show.
    """
    global _strict, _tell
    _tell = tell
    _strict = [each for each in _warnings.filters[:1] if each[0] == "error"]
    if sys.version_info < (3, 13):
        sys.meta_path.insert(0, _Sqlite())
    sys.excepthook = _show_then_excuse
    sys.unraisablehook = _show_unraisable
