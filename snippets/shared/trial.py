import gc
import runpy
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception_only

PROGRAM = Path([*sys.argv, "exercise.py"][1]).resolve()
FILES = {"_io", "nt", "posix", "sqlite3"}  # modules that change files


def run(how="", act=None):
    """Run the program as a process of its own; return its error."""
    act, name = act or copying, PROGRAM.name
    if not Path(name).exists():
        shutil.copy(PROGRAM, name)
    if sys.platform == "emscripten":  # a browser has no processes
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            return act(name, how)
    command = [sys.executable, act.__code__.co_filename, name, how]
    done = subprocess.run(command, capture_output=True, text=True)
    said = done.stderr.splitlines() or [f"status {done.returncode}"]
    return said[-1] if done.returncode else ""


def copying(name, copies):
    """Run it; keep a copy of what a kill at each call would leave."""
    folder, target, states = Path.cwd(), Path(copies).resolve(), []

    def keep(_):
        files = [each for each in folder.rglob("*") if each.is_file()]
        state = {each: each.read_bytes() for each in files}
        if state not in states:
            states.append(state)
            shutil.copytree(folder, target / f"{len(states):03}")

    def look(frame, event, function):  # before and after each call
        of = getattr(function, "__self__", None)
        module = getattr(of, "__name__", type(of).__module__)
        if module == "sqlite3" and event == "c_call":
            connection = getattr(of, "connection", of)
            connection.set_trace_callback(keep)  # each statement
        importing = "importlib" in frame.f_code.co_filename
        if event[:2] == "c_" and module in FILES and not importing:
            keep(event)

    return run_here(name, look if copies else None)


def run_here(name, look):
    """Run it in this process, which another one may have begun."""
    modules = {*sys.modules}
    try:
        sys.setprofile(look)
        runpy.run_path(name, run_name="__main__")
    except BaseException as error:
        if isinstance(error, SystemExit) and not error.code:
            return ""
        return format_exception_only(error)[-1].strip()
    finally:
        sys.setprofile(None)
        for added in {*sys.modules} - modules:
            if not getattr(sys.modules[added], "__spec__", None):
                del sys.modules[added]  # made by the program
        gc.collect()


def check(when, folders, find, *right):
    """Say whether a new process finds in each folder what is right."""
    for folder in folders:
        with chdir(folder):
            try:
                found = find()
            except Exception as error:
                found = format_exception_only(error)[-1].strip()
        if found not in right:
            why = "fails:" if isinstance(found, str) else "lost: found"
            print(f"{when}: {why} {found}")
            return False
    print(f"{when}: kept")
    return True


def judge(prepare, read, new, old=None):
    """Run the program twice; with an old state, kill it, too."""

    def again():
        return run() or read()

    with TemporaryDirectory() as place, chdir(place):
        Path("run").mkdir()
        with chdir("run"):
            prepare()
            error = run("../kills" if old is not None else "")
        ok = check("first run", ["run"], lambda: error or read(), new)
        ok &= check("second run", ["run"], again, new)
        if old is not None:
            kills = sorted(Path("kills").iterdir())
            ok &= check("killed at each call", kills, read, old, new)
            ok &= check("killed, then run again", kills, again, new)
    print("It survives." if ok else "It does not survive yet.")


if __name__ == "__main__" and sys.argv[1:]:
    sys.exit(copying(*sys.argv[1:]))
