"""A lean process that forks one child an example; run as a program, never imported.

It imports the modules that the first line on stdin names, out of the examples' sight, and
answers with those that could not be imported. Then it writes the id of a child that waits for
a request on stdin, and, when that child and all that it started have ended, its wait status
and whether something had to be killed; and so on. Nothing else is done between two forks: what
the parent touches after a fork has to be copied.
"""

import sys

import unseen

UNSEEN = unseen.Unseen()

import atexit  # noqa: E402
import builtins  # noqa: E402
import gc  # noqa: E402
import importlib  # noqa: E402
import io  # noqa: E402
import itertools  # noqa: E402
import os  # noqa: E402
import select  # noqa: E402
import warnings  # noqa: E402
from importlib.machinery import SourceFileLoader  # noqa: E402

import habits  # noqa: E402
import orphans  # noqa: E402
import sitecustomize as guard  # noqa: E402

del sys.path[0]  # no module here is a program's

REQUESTS, ANSWERS = 0, os.dup(1)
LENIENT = "lenient" in sys.argv  # no fork is strict
STRICT = ("error", None, Warning, None, 0)
os.dup2(2, 1)  # what a module prints when it is imported is no answer


def serve() -> None:
    """Import what the first line names, then fork until nobody listens."""
    failed = warm(read().decode().split())
    if LENIENT:
        allow_warnings()
    orphans.adopt()
    habits.warm_up()
    global loaded, processes
    processes = sys.modules.get("multiprocessing.process")
    UNSEEN.hide("unseen", "orphans", "habits")
    loaded = len(sys.modules)
    os.write(ANSWERS, f"{' '.join(failed)}\n".encode())
    del failed
    gc.collect()
    gc.freeze()
    poll = select.poll()
    poll.register(REQUESTS, 0)  # only its end is waited for
    while True:
        pid = os.fork()
        if pid == 0:
            try:
                example()
            finally:  # as where the last output could not be written
                os._exit(120)
        running = os.pidfd_open(pid)
        poll.register(running, select.POLLIN)
        try:
            os.write(ANSWERS, b"%d\n" % pid)
            if poll.poll()[0][0] == REQUESTS:
                break
            status = os.waitpid(pid, 0)[1]
            os.write(ANSWERS, b"%d %d\n" % (status, orphans.end()))
        except BrokenPipeError:
            break
        poll.unregister(running)
        os.close(running)
    orphans.end_all(pid)  # who asked for them is gone
    os._exit(0)


def warm(names: list[str]) -> list[str]:
    """Import modules; return those that could not be imported."""
    failed = []
    for name in names:
        try:
            importlib.import_module(name)
        except BaseException:
            failed.append(name)
    return failed


def allow_warnings() -> None:
    """Be as if started without `-W error`, which is for the imports alone."""
    filters = vars(warnings)["filters"]
    filters[:] = [each for each in filters if each != STRICT]
    with warnings.catch_warnings():
        pass  # what was decided by the old ones is forgotten
    sys.warnoptions.clear()


loaded = 0  # how many modules a program finds loaded
processes = None  # the module that keeps the folder in which it was imported


def read() -> bytes:
    """Return the next line on stdin without its end; nothing if there is no more."""
    line = b""
    while not line.endswith(b"\n"):
        chunk = os.read(REQUESTS, 65536)
        if not chunk:
            return b""
        line += chunk
    return line[:-1]


def example() -> None:
    """Wait for a request and become the process that `python -W error NAME.py` would be.

    A request has, between NULs, the page's folder, the file's name in it, where to print to,
    and environment variables.
    """
    os.setsid()
    if "alone" in sys.argv:  # nobody else waits for the processor
        habits.rehearse()
        UNSEEN.rehearse()
    line = read()
    if not line:
        os._exit(0)
    folder, name, output, *variables = line.decode().split("\0")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    printer = os.open(output, os.O_WRONLY)
    os.dup2(printer, 1)
    os.dup2(printer, 2)
    for ours in (null, printer, ANSWERS):
        os.close(ours)
    for variable in variables:
        key, _, value = variable.partition("=")
        os.environ[key] = value
    os.chdir(folder)
    guard.begin()
    path = os.path.join(folder, name)
    sys.path.insert(0, os.path.dirname(path))
    sys.argv[:] = [name]
    sys.orig_argv[:] = [sys.executable, *([] if LENIENT else ["-W", "error"]), name]
    if processes is not None:
        vars(processes)["ORIGINAL_DIR"] = folder
    status = execute(path)
    for end in (flush, join_threads, atexit._run_exitfuncs, flush):
        try:
            end()
        except BaseException as error:
            sys.excepthook(type(error), error, None)
    forget(folder)
    flush()
    os._exit(status)


def execute(path: str) -> int:
    """Run a file as `__main__`; return the exit status."""
    main = type(sys)("__main__")
    if sys.version_info < (3, 14):
        main.__annotations__ = {}
    main.__dict__.update(
        __loader__=SourceFileLoader("__main__", path),
        __builtins__=builtins,
        __file__=path,
        __cached__=None,
    )
    sys.modules["__main__"] = main
    try:
        with io.open_code(path) as file:
            source = file.read()
        try:
            exec(compile(source, path, "exec", dont_inherit=True), main.__dict__)
        finally:
            try_to_flush()  # before its error is printed
    except SystemExit as leave:
        if leave.code is None or isinstance(leave.code, int):
            return (leave.code or 0) & 0xFF
        print(leave.code, file=sys.stderr)
        return 1
    except BaseException as error:
        own = error.__traceback__ and error.__traceback__.tb_next
        error.__traceback__ = own
        sys.excepthook(type(error), error, own)
        if isinstance(error, KeyboardInterrupt):
            import signal

            signal.signal(signal.SIGINT, signal.SIG_DFL)
            flush()
            os.kill(os.getpid(), signal.SIGINT)
        return 1
    return 0


def join_threads() -> None:
    """Wait for the program's threads, as the interpreter does at its end."""
    if "threading" in sys.modules:
        vars(sys.modules["threading"])["_shutdown"]()


def forget(folder: str) -> None:
    """Drop the program's modules, as the interpreter does at its end, so that leaks tell."""
    sys.modules.pop("__main__", None)
    for name in list(
        itertools.islice(reversed(sys.modules), max(0, len(sys.modules) - loaded + 1))
    ):
        file = getattr(sys.modules[name], "__file__", None) or ""
        if file.startswith(folder):
            del sys.modules[name]
    gc.collect()


def try_to_flush() -> None:
    try:
        flush(("stderr", "stdout"))
    except Exception:
        pass


def flush(names: tuple[str, ...] = ("stdout", "stderr")) -> None:
    for name in names:
        stream = getattr(sys, name, None)
        if stream is not None and not stream.closed:
            stream.flush()


if __name__ == "__main__":
    serve()
