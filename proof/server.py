"""A lean process that forks one child an example; run as a program, never imported.

It imports the modules that the first line on stdin names and answers with the submodules it
has. Then it writes the id of a child that waits for a request on stdin, and, when that child
has run the example, its wait status; and so on. Nothing else is done between two forks: what
the parent touches after a fork has to be copied.
"""

import atexit
import builtins
import gc
import importlib
import importlib.machinery
import io
import itertools
import os
import select
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "guard"))
import sitecustomize as guard  # noqa: E402

sys.path[:2] = [HERE]

REQUESTS, ANSWERS = 0, 1
KILL = 9  # without importing signal


def serve() -> None:
    """Import what the first line names, then fork until nobody listens."""
    name = None
    for name in read().split():
        importlib.import_module(name.decode())
    guard.strict()
    warm_up()
    global loaded
    loaded = len(sys.modules)
    parts = " ".join(sorted(name for name in sys.modules if "." in name))
    os.write(ANSWERS, f"{parts}\n".encode())
    del name, parts
    gc.collect()
    gc.freeze()
    poll = select.poll()
    poll.register(REQUESTS, 0)  # only its end is waited for
    while True:
        pid = os.fork()
        if pid == 0:
            example()
        running = os.pidfd_open(pid)
        poll.register(running, select.POLLIN)
        try:
            os.write(ANSWERS, b"%d\n" % pid)
            if poll.poll()[0][0] == REQUESTS:
                stop(pid)
            os.write(ANSWERS, b"%d\n" % os.waitpid(pid, 0)[1])
        except BrokenPipeError:
            stop(pid)
        poll.unregister(running)
        os.close(running)


def stop(child: int) -> None:
    """End with the child and all that it started: who asked for them is gone."""
    try:
        os.killpg(child, KILL)
    finally:  # a child that has not begun yet leads no group
        os.kill(child, KILL)
        os._exit(0)


WARM_UPS = {
    "csv": "list(csv.reader(['a,b']))",
    "json": "json.loads(json.dumps({'a': [1, None, 'b']}, indent=2))",
    "pathlib": "pathlib.Path('a').with_suffix('.b').exists()",
    "pickle": "pickle.loads(pickle.dumps({'a': [1, None, 'b']}))",
    "sqlite3": "sqlite3.connect(':memory:').close()",
}
loaded = 0  # how many modules the server has imported


def warm_up() -> None:
    """Do once what programs do first, so that no fork has to do it again."""
    for name, expression in WARM_UPS.items():
        if name in sys.modules:
            exec(f"import {name}\nfor _ in range(20):\n    {expression}", {})
    exec(compile("class A:\n    def b(self): return 1\nA().b()\n", "warm-up", "exec"), {})


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
    """Wait for a request and become the process that `python -X dev -W error NAME.py` would be.

    A request has, between NULs, the page's folder, the file's name in it, where to print to,
    and environment variables.
    """
    os.setsid()
    line = read()
    if not line:
        os._exit(0)
    folder, name, output, *variables = line.decode().split("\0")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    printer = os.open(output, os.O_WRONLY)
    os.dup2(printer, 1)
    os.dup2(printer, 2)
    os.close(null)
    os.close(printer)
    for variable in variables:
        key, _, value = variable.partition("=")
        os.environ[key] = value
    if "tempfile" in sys.modules:
        vars(sys.modules["tempfile"])["tempdir"] = None
    os.chdir(folder)
    path = os.path.join(folder, name)
    sys.path[0] = os.path.dirname(path)
    sys.argv[:] = [name]
    sys.orig_argv[:] = [sys.executable, "-X", "dev", "-W", "error", name]
    if "multiprocessing.process" in sys.modules:
        vars(sys.modules["multiprocessing.process"])["ORIGINAL_DIR"] = folder
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
    main.__dict__.update(
        __file__=path,
        __builtins__=builtins,
        __loader__=importlib.machinery.SourceFileLoader("__main__", path),
        __cached__=None,
    )
    sys.modules["__main__"] = main
    try:
        with io.open_code(path) as file:
            source = file.read()
        exec(compile(source, path, "exec", dont_inherit=True), main.__dict__)
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
    for name in list(itertools.islice(reversed(sys.modules), len(sys.modules) - loaded + 1)):
        file = getattr(sys.modules[name], "__file__", None) or ""
        if file.startswith(folder):
            del sys.modules[name]
    gc.collect()


def flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()


if __name__ == "__main__":
    serve()
