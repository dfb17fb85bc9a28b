"""Run fences of a page in one process, one after the other, and write down what each did.

It is copied beside the folder of the page, and reads there what to run: nothing of the engine
is imported here, and a program finds its own file under `__main__`.
"""

import builtins
import io
import json
import os
import sys
import traceback
import types
from pathlib import Path
from typing import Any

_BASE = Path(__file__).resolve().parent
_print = builtins.print


class _Said:
    """What is written to a descriptor, by this process or by one that it starts."""

    def __init__(self, descriptor: int, name: str) -> None:
        self._file = (_BASE / name).open("wb", buffering=0)
        self._read = (_BASE / name).open("rb", buffering=0)
        os.dup2(self._file.fileno(), descriptor)

    def take(self) -> str:
        """Return what was written since the last time."""
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
        data = self._read.read(1_000_000)
        for file in (self._read, self._file):
            file.seek(0, os.SEEK_END)
        return data.decode("utf-8", "backslashreplace")


def _raised(error: BaseException, file: str) -> dict[str, Any]:
    """Return what is to be known of an error."""
    walked = traceback.walk_tb(error.__traceback__)
    frames = [(frame.f_code.co_filename, line) for frame, line in walked]
    lines = [line for name, line in frames if name == file]
    path = str(getattr(error, "path", "") or "")
    return {
        "type": type(error).__name__,
        "bases": [each.__name__ for each in type(error).__mro__],
        "message": "".join(traceback.format_exception_only(error)),
        "name": str(getattr(error, "name", "") or ""),
        "local": path.startswith(str(Path.cwd())),
        "where": frames[-1][0] if frames else "",
        "line": lines[0] if lines else getattr(error, "lineno", 0) or 0,
    }


def _run(code: Any, space: dict[str, Any], file: str) -> dict[str, Any] | None:
    """Run code; return what is to be known of the error that ended it, or None."""
    try:
        exec(code, space)
    except SystemExit as error:
        return _raised(error, file) if error.code not in (None, 0) else None
    except BaseException as error:
        return _raised(error, file)
    return None


def _compiled(step: dict[str, Any], file: str) -> Any:
    """Return the code of a statement, as the prompt reads it or as a program."""
    text = step["source"] + "\n"
    try:
        return compile(text, file, "single" if step["single"] else "exec", dont_inherit=True)
    except SyntaxError:
        return compile(text, file, "exec", dont_inherit=True)


def _session(
    piece: dict[str, Any], space: dict[str, Any], said: _Said, warned: _Said
) -> list[dict[str, Any]]:
    done = []
    for step in piece["steps"]:
        try:
            code = _compiled(step, piece["file"])
        except Exception as caught:
            error: dict[str, Any] | None = _raised(caught, piece["file"])
        else:
            error = _run(code, space, piece["file"])
        done.append({"said": said.take(), "warned": warned.take(), "raised": error})
    return done


def _program(piece: dict[str, Any], space: dict[str, Any]) -> tuple[list[Any], Any]:
    printed: list[Any] = []

    def record(*values: Any, sep: Any = " ", end: Any = "\n", **more: Any) -> None:
        caller = sys._getframe(1)
        if caller.f_code.co_filename == piece["file"] and more.get("file") in (
            None,
            sys.stdout,
        ):
            shown = io.StringIO()
            _print(*values, sep=sep, end=end, file=shown)
            printed.append([caller.f_lineno, shown.getvalue()])
        _print(*values, sep=sep, end=end, **more)

    text = Path(piece["file"]).read_text("utf-8")
    if piece["claims"]:
        builtins.print = record
    try:
        code = compile(text, piece["file"], "exec", dont_inherit=True)
        error = _run(code, space, piece["file"])
    finally:
        builtins.print = _print
    return printed, error


def main() -> None:
    pieces = json.loads((_BASE / "pieces.json").read_text("utf-8"))
    said, warned = _Said(1, "said"), _Said(2, "warned")
    here = Path.cwd()
    sys.path[0] = str(here)
    main = sys.modules["__main__"] = types.ModuleType("__main__")
    space = vars(main)
    space["__builtins__"] = builtins
    for piece in pieces:
        piece["file"] = str(here / piece["name"])
        space["__file__"] = piece["file"]
        sys.argv[:] = [piece["name"]]
        done: dict[str, Any] = {"steps": [], "printed": [], "raised": None}
        if piece["steps"]:
            done["steps"] = _session(piece, space, said, warned)
            for name in ("said", "warned"):
                done[name] = "".join(step[name] for step in done["steps"])
        else:
            done["printed"], done["raised"] = _program(piece, space)
            done["said"], done["warned"] = said.take(), warned.take()
        with (_BASE / "report").open("a", encoding="utf-8") as report:
            report.write(json.dumps(done) + "\n")


main()
