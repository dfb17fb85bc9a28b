"""Run a program of the page's folder as a process of its own would be run."""

import atexit
import builtins
import copyreg
import gc
import importlib
import importlib.machinery
import linecache
import os
import sqlite3
import sys
import types
import warnings
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

HOME = "/home/reader"

_tables: tuple[MutableMapping[Any, Any], ...] = (
    os.environ,
    copyreg.dispatch_table,
    sqlite3.adapters,
    sqlite3.converters,
)
_kept = [dict(table) for table in _tables]
_path = [entry for entry in sys.path if entry]
_recursion = sys.getrecursionlimit()
_main = sys.modules["__main__"]


def versions() -> dict[str, str]:
    """Return the versions of Python and of SQLite."""
    return {"python": sys.version.split()[0], "sqlite": sqlite3.sqlite_version}


def run(folder: str, name: str, *given: str) -> dict[str, int | str | None]:
    """Run a program; return its exit status and the error that ended it, if one did.

    Args:
        folder: the page's folder.
        name: the program's file in it.
        given: its arguments.
    """
    path = os.path.join(folder, name)
    _begin(folder, path, [name, *given])
    failure = None
    try:
        status, failure = _execute(path)
        for end in (atexit._run_exitfuncs, _flush):
            try:
                end()
            except BaseException as error:
                sys.excepthook(type(error), error, error.__traceback__)
        _forget(folder)
        _flush()
    finally:
        _restore()
    return {"status": status, "failure": failure}


def _begin(folder: str, path: str, command: list[str]) -> None:
    os.makedirs(HOME, exist_ok=True)
    os.chdir(folder)
    sys.path[:] = [os.path.dirname(path), *_path]
    sys.argv[:] = command
    sys.orig_argv[:] = [sys.executable, "-X", "dev", "-W", "error", *command]
    sys.dont_write_bytecode = True
    sys.unraisablehook = sys.__unraisablehook__
    sys.excepthook = _show_then_excuse
    warnings.resetwarnings()
    warnings.simplefilter("error")
    importlib.invalidate_caches()
    linecache.clearcache()


def _execute(path: str) -> tuple[int, str | None]:
    """Run a file as `__main__`; return its status and the name and text of its error."""
    main = types.ModuleType("__main__")
    main.__dict__.update(
        __file__=path,
        __builtins__=builtins,
        __loader__=importlib.machinery.SourceFileLoader("__main__", path),
        __cached__=None,
    )
    sys.modules["__main__"] = main
    try:
        with open(path, "rb") as file:
            source = file.read()
        exec(compile(source, path, "exec", dont_inherit=True), main.__dict__)
    except SystemExit as leave:
        if leave.code is None or isinstance(leave.code, int):
            return (leave.code or 0) & 0xFF, None
        print(leave.code, file=sys.stderr)
        return 1, None
    except BaseException as error:
        own = _own(error.__traceback__)
        error.__traceback__ = own
        sys.excepthook(type(error), error, own)
        return 1, f"{type(error).__name__}: {error}"
    return 0, None


def _own(traceback: TracebackType | None) -> TracebackType | None:
    """Return the part of a traceback that is the program's own."""
    steps = []
    while traceback:
        steps.append(traceback)
        traceback = traceback.tb_next
    kept = [each for each in steps[1:] if each.tb_frame.f_code.co_filename != "rows.py"]
    for each, following in zip(kept, [*kept[1:], None], strict=False):
        each.tb_next = following
    return kept[0] if kept else None


def _show_then_excuse(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """Print an error; from then on, what the program leaves open is no fault of its own."""
    sys.__excepthook__(kind, error, traceback)
    warnings.simplefilter("ignore", ResourceWarning)


def _forget(folder: str) -> None:
    """Drop the program's modules and objects, as the end of a process does."""
    sys.modules.pop("__main__", None)
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(folder):
            del sys.modules[name]
    gc.collect()


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()


def _restore() -> None:
    """Undo what a program changed in the modules that outlive it."""
    sys.modules["__main__"] = _main
    sys.stdout, sys.stderr, sys.stdin = sys.__stdout__, sys.__stderr__, sys.__stdin__
    sys.excepthook = sys.__excepthook__
    sys.path[:] = _path
    sys.path_importer_cache.clear()
    sys.setrecursionlimit(_recursion)
    os.umask(0o022)
    atexit._clear()
    for table, kept in zip(_tables, _kept, strict=True):
        if dict(table) != kept:
            table.clear()
            table.update(kept)
    if "decimal" in sys.modules:
        decimal = sys.modules["decimal"]
        decimal.setcontext(decimal.DefaultContext.copy())
    warnings.resetwarnings()
    gc.collect()
