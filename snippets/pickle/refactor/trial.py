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

FILES = {"_io", "nt", "posix", "sqlite3"}  # modules that change files
PROGRAM = Path([*sys.argv, "exercise.py"][1]).resolve()


def run(copies=""):
    """Run the program in a process of its own; return its error."""
    name = shutil.copy(PROGRAM, ".")
    if sys.platform == "emscripten":  # a browser has no processes
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            return run_here(name, copies)
    command = [sys.executable, __file__, name, copies]
    done = subprocess.run(command, capture_output=True, text=True)
    said = done.stderr.splitlines() or [f"status {done.returncode}"]
    return said[-1] if done.returncode else ""


def run_here(name, copies):
    """Run it here; copy what a kill before and after each call leaves."""
    folder, target, states = Path.cwd(), Path(copies).resolve(), []

    def keep(_):
        files = [each for each in folder.rglob("*") if each.is_file()]
        state = {each: each.read_bytes() for each in files}
        if state not in states:
            states.append(state)
            shutil.copytree(folder, target / f"{len(states):03}")

    def look(frame, event, function):
        of = getattr(function, "__self__", None)
        module = getattr(of, "__name__", type(of).__module__)
        if module == "sqlite3" and event == "c_call":
            getattr(of, "connection", of).set_trace_callback(keep)
        importing = "importlib" in frame.f_code.co_filename
        if event[:2] == "c_" and module in FILES and not importing:
            keep(event)

    try:
        sys.setprofile(look if copies else None)
        runpy.run_path(name, run_name="__main__")
    except BaseException as error:
        return format_exception_only(error)[-1].strip()
    finally:
        sys.setprofile(None)
        gc.collect()


def check(when, right, find, folders):
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
    """Run it twice; with an old state, also after a kill at each call."""

    def again():
        return run() or read()

    with TemporaryDirectory() as place, chdir(place):
        Path("run").mkdir()
        with chdir("run"):
            prepare()
            error = run("../kills" if old else "")
        kills = sorted(Path("kills").glob("*"))
        checks = [check("first run", [new], lambda: error or read(), ["run"])]
        checks += [check("second run", [new], again, ["run"])]
        if old:
            checks += [check("killed at each call", [old, new], read, kills)]
            checks += [check("killed, then run again", [new], again, kills)]
    print("It survives." if all(checks) else "It does not survive yet.")


if __name__ == "__main__" and sys.argv[1:]:
    sys.exit(run_here(*sys.argv[1:]))
