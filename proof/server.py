"""A lean process that forks one child an example; run as a program, never imported.

It reads requests as lines of JSON from stdin and answers each on stdout with a line of JSON
and the bytes that the example printed. The first line it reads names the modules to import.
"""

import atexit
import builtins
import gc
import importlib
import importlib.machinery
import io
import itertools
import json
import os
import select
import signal
import sys
import tempfile
import threading
import time
import types
from typing import Any, NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "guard"))
import sitecustomize as guard  # noqa: E402

sys.path[:2] = [HERE]
import survivors  # noqa: E402


def serve() -> None:
    """Answer requests until stdin ends."""
    null = os.open(os.devnull, os.O_RDWR)
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(null, 0)
        os.dup2(null, 1)
        converse(requests, answers, null)


def converse(requests: io.BufferedReader, answers: io.BufferedWriter, null: int) -> None:
    """Import what the first line names, then run an example for each line that follows."""
    first = json.loads(requests.readline())
    for name in first["modules"]:
        importlib.import_module(name)
    guard.strict()
    warm_up()
    global loaded
    loaded = len(sys.modules)
    parts = sorted(name for name in sys.modules if "." in name)
    answers.write(json.dumps(parts).encode() + b"\n")
    answers.flush()
    del first, parts
    gc.collect()
    gc.freeze()

    while True:
        child = fork(null)  # before it is asked for, while the other side is busy
        line = requests.readline()
        os.write(child.job, line or b"\n")
        os.close(child.job)
        head, output = watch(child, json.loads(line or IDLE))
        if not line:
            return
        answers.write(json.dumps(head).encode() + b"\n")
        answers.write(output)
        answers.flush()


WARM_UPS = {
    "csv": "list(csv.reader(['a,b']))",
    "json": "json.loads(json.dumps({'a': [1, None, 'b']}, indent=2))",
    "pathlib": "pathlib.Path('a').with_suffix('.b').exists()",
    "pickle": "pickle.loads(pickle.dumps({'a': [1, None, 'b']}))",
    "sqlite3": "sqlite3.connect(':memory:').close()",
}
IDLE = '{"limit": 1, "grace": 1, "largest": 0}'
loaded = 0  # how many modules the server has imported


def warm_up() -> None:
    """Do once what programs do first, so that no fork has to do it again."""
    for name, expression in WARM_UPS.items():
        if name in sys.modules:
            exec(f"import {name}\nfor _ in range(20):\n    {expression}", {})
    exec(compile("class A:\n    def b(self): return 1\nA().b()\n", "warm-up", "exec"), {})


class Child(NamedTuple):
    """A fork that waits for its job.

    Args:
        pid: the process, which leads a group of its own.
        job: where to write the request.
        output: where to read what it prints.
    """

    pid: int
    job: int
    output: int


def fork(null: int) -> Child:
    """Fork a child that runs the example it is told of."""
    job, teller = os.pipe()
    output, printer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.setsid()
        os.dup2(null, 0)
        os.dup2(printer, 1)
        os.dup2(printer, 2)
        os.close(teller)
        line = b""
        while not line.endswith(b"\n"):
            line += os.read(job, 65536)
        os.closerange(3, max(job, teller, output, printer, null) + 1)
        if line == b"\n":
            os._exit(0)
        run(json.loads(line))
    os.close(job)
    os.close(printer)
    return Child(pid, teller, output)


def watch(child: Child, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Watch a child to its end and say what happened."""
    begin = time.monotonic()
    pid, _, reader = child
    exited = os.pidfd_open(pid)
    poll = select.poll()
    poll.register(reader, select.POLLIN)
    poll.register(exited, select.POLLIN)
    deadline = begin + request["limit"]
    chunks: list[bytes] = []
    size = 0
    seconds = 0.0
    status = None
    too_long = too_much = left = ended = False
    while status is None or not ended:
        ready = poll.poll(max(0.0, deadline - time.monotonic()) * 1000)
        if not ready:
            too_long = status is None
            left = status is not None
            survivors.kill(pid)
            deadline = time.monotonic() + request["grace"]
            if left:
                break
        for fd, _ in ready:
            if fd == exited:
                status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
                seconds = time.monotonic() - begin
                poll.unregister(exited)
                deadline = time.monotonic() + request["grace"]
            elif chunk := os.read(reader, 65536):
                if size < request["largest"]:
                    chunks.append(chunk)
                size += len(chunk)
                if size >= request["largest"] and not too_much:
                    too_much = True
                    survivors.kill(pid)
            else:
                ended = True
                poll.unregister(reader)
    os.close(exited)
    os.close(reader)
    if not (left or too_long or too_much):
        left = survivors.remain(pid, request["grace"])
    survivors.kill(pid)
    output = b"".join(chunks)[: request["largest"]]
    head = {
        "status": status,
        "seconds": seconds,
        "too_long": too_long,
        "too_much": too_much,
        "left": left,
        "bytes": len(output),
    }
    return head, output


def run(request: dict[str, Any]) -> None:
    """Become the process that `python -X dev -W error NAME.py` would be."""
    os.environ.update(request["variables"])
    tempfile.tempdir = None
    folder = request["folder"]
    os.chdir(folder)
    name = request["name"]
    path = os.path.join(folder, name)
    sys.path[0] = os.path.dirname(path)
    sys.argv[:] = [name]
    sys.orig_argv[:] = [sys.executable, "-X", "dev", "-W", "error", name]
    if "multiprocessing.process" in sys.modules:
        vars(sys.modules["multiprocessing.process"])["ORIGINAL_DIR"] = folder
    status = execute(path)
    for end in (flush, vars(threading)["_shutdown"], atexit._run_exitfuncs, flush):
        try:
            end()
        except BaseException as error:
            sys.excepthook(type(error), error, None)
    forget(folder)
    flush()
    os._exit(status)


def execute(path: str) -> int:
    """Run a file as `__main__`; return the exit status."""
    main = types.ModuleType("__main__")
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
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            flush()
            os.kill(os.getpid(), signal.SIGINT)
        return 1
    return 0


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
