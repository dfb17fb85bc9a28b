"""Follow the stack of a pickle without carrying it out: what would loading it fetch?"""

import pickletools
from typing import Any

from .base import count, finding, safe

NAME = 500  # characters of a string that is remembered
STACK = 1_000_000  # values; a pickle with more is not followed further
SHOWN = 100  # names

# Calls of these can do anything that the program can; so can what is reached through a dot.
RUNS = {
    "builtins": {"eval", "exec", "compile", "open", "getattr", "setattr", "delattr", "vars"}
    | {"__import__", "globals", "locals", "input", "breakpoint", "map", "filter", "apply"}
    | {"execfile", "type", "super", "print", "memoryview", "classmethod", "property"},
    "functools": {"partial", "reduce", "partialmethod"},
    "operator": {"attrgetter", "methodcaller", "itemgetter", "call"},
    "codecs": {"open", "lookup"},
    "io": {"open", "FileIO", "open_code"},
}
_RUNNING = """
os posix nt ntpath posixpath subprocess sys importlib runpy shutil pty ctypes code codeop
timeit pdb bdb cProfile profile trace webbrowser pickle _pickle marshal types asyncio
multiprocessing threading _thread concurrent socket socketserver ssl urllib http ftplib
smtplib telnetlib xmlrpc requests tempfile glob pathlib platform pydoc pkgutil zipimport
imp site ensurepip venv pip setuptools distutils commands signal gc inspect atexit
builtins _io _posixsubprocess _ctypes cffi numpy.testing torch.hub joblib dill cloudpickle
shelve sqlite3 logging doctest unittest idlelib tkinter turtle linecache fileinput
"""
RUNNING = frozenset(_RUNNING.split())
_DATA = """
bool bytearray bytes complex dict float frozenset int list object range set
slice str tuple
"""
PLAIN = {
    ("_codecs", "encode"),
    ("array", "_array_reconstructor"),
    ("array", "array"),
    ("copyreg", "_reconstructor"),
    ("copyreg", "__newobj__"),
    ("decimal", "Decimal"),
    ("enum", "Enum"),
    ("fractions", "Fraction"),
    ("pathlib", "Path"),
    ("uuid", "UUID"),
    ("uuid", "SafeUUID"),
    *(("pathlib", f"{own}{kind}Path") for own in ("", "Pure") for kind in ("Posix", "Windows")),
    *(
        ("pathlib._local", f"{own}{kind}Path")
        for own in ("", "Pure")
        for kind in ("Posix", "Windows")
    ),
    *(("datetime", name) for name in ("date", "datetime", "time", "timedelta", "timezone")),
    *(("collections", name) for name in ("OrderedDict", "defaultdict", "deque", "Counter")),
    *(("builtins", name) for name in _DATA.split()),
}
PYTHON2 = {"__builtin__": "builtins", "copy_reg": "copyreg"}
CALLS = {"REDUCE", "INST", "OBJ", "NEWOBJ", "NEWOBJ_EX", "BUILD"}
TELLING = CALLS | {"PROTO", "GLOBAL", "STACK_GLOBAL", "PERSID", "BINPERSID"}
TELLING |= {"EXT1", "EXT2", "EXT4"}
PUTS = {"PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE"}
GETS = {"GET", "BINGET", "LONG_BINGET"}
_MARK = object()


def _moves(opcode: pickletools.OpcodeInfo) -> tuple[bool, int, list[bool]]:
    """Return whether it takes all to the mark, how many more, and where it puts marks."""
    before = [each.name for each in opcode.stack_before]
    taken = before.index("mark") if "mark" in before else len(before)
    return "mark" in before, taken, [each.name == "mark" for each in opcode.stack_after]


_MOVES = {opcode.name: _moves(opcode) for opcode in pickletools.opcodes}


def judge(module: str, name: str) -> str:
    """Return `plain`, `runs`, or `imports` for a name that loading would fetch."""
    module = PYTHON2.get(module, module)
    if (module, name) in PLAIN:
        return "plain"
    if "." in name or name.startswith("__"):
        return "runs"
    whole = {module, module.partition(".")[0]} & RUNNING
    return "runs" if name in RUNS.get(module, ()) or whole else "imports"


class Watch:
    """What the pickles of a file would fetch, from their opcodes."""

    def __init__(self) -> None:
        self.pickles = 0
        self.protocol = 0
        self.names: dict[tuple[str, str], str] = {}
        self.hidden = 0
        self.calls = 0
        self.others: set[str] = set()
        self.faults: list[tuple[int, str]] = []
        self.memo: dict[int, str | None] = {}
        self.stack: list[Any] = []

    def begin(self) -> None:
        """A pickle begins, with an empty stack."""
        self.pickles += 1
        self.stack, self.memo = [], {}

    def broke(self, place: int, problem: str) -> None:
        """A pickle that begins here can't be read to its end."""
        self.faults.append((place, problem))

    def see(self, opcode: pickletools.OpcodeInfo, argument: Any) -> None:
        """Follow one opcode."""
        name, stack = opcode.name, self.stack
        if name in PUTS:
            place = len(self.memo) if argument is None else int(argument)
            top = stack[-1] if stack else None
            self.memo[place] = top if isinstance(top, str) else None
            return
        if name in TELLING:
            self._tell(name, argument)
        pushed = argument if isinstance(argument, str) else None
        self._move(name, self.memo.get(int(argument)) if name in GETS else pushed)

    def _tell(self, name: str, argument: Any) -> None:
        """Note what is fetched, called or demanded."""
        self.calls += name in CALLS
        if name == "PROTO":
            self.protocol = max(self.protocol, int(argument))
        elif name in {"GLOBAL", "INST"}:
            self._fetch(*str(argument).split(" ", 1))
        elif name == "STACK_GLOBAL":
            self._fetch(*(self.stack[-2:] if len(self.stack) > 1 else (None, None)))
        elif name.startswith("EXT"):
            self.others.add("a class from copyreg's register of extensions")
        elif name.endswith("PERSID"):
            self.others.add("objects by a persistent id, which the program must know")

    def _move(self, name: str, pushed: str | None) -> None:
        """Take from the stack and put on it what an opcode does; only strings are known."""
        stack = self.stack
        if name == "DUP":
            stack.append(stack[-1] if stack else None)
            return
        to_mark, taken, put = _MOVES[name]
        if to_mark:
            while stack and stack.pop() is not _MARK:
                pass
        if taken:
            del stack[-taken:]
        if len(stack) < STACK:
            known = pushed if pushed is not None and len(pushed) <= NAME else None
            stack.extend(_MARK if mark else known for mark in put)

    def _fetch(self, module: Any = None, name: Any = None) -> None:
        if not isinstance(module, str) or not isinstance(name, str):
            self.hidden += 1
        elif len(self.names) < 100_000:
            self.names.setdefault((module, name), judge(module, name))

    def findings(self) -> list[dict[str, Any]]:
        """Return what was seen, in sentences."""
        found = []
        by = {
            level: [
                f"{module}.{name}" for (module, name), at in self.names.items() if at == level
            ]
            for level in ("runs", "imports", "plain")
        }
        if by["runs"]:
            text = f"Loading it can run any code. It would fetch {_listed(by['runs'])}"
            also = (
                f" and call what it fetched: {count(self.calls, 'call')}."
                if self.calls
                else "."
            )
            found.append(finding("runs", text + also, "bad"))
        if self.hidden:
            text = (
                f"{count(self.hidden, 'name is', 'names are')} put together while it is loaded."
            )
            found.append(finding("runs", f"{text} No one can tell beforehand which.", "bad"))
        if by["imports"]:
            text = f"Loading it would import and call {_listed(by['imports'])}."
            found.append(finding("globals", f"{text} Is that code yours?"))
        if by["plain"]:
            text = f"From the standard library, only data: {_listed(by['plain'])}."
            found.append(finding("globals", text))
        if not self.names and not self.hidden and not self.others and not self.faults:
            found.append(finding("globals", "Loading it would fetch nothing by name.", "good"))
        for other in sorted(self.others):
            found.append(finding("globals", f"Loading it would fetch {other}.", "bad"))
        for place, problem in self.faults[:1]:
            text = f"The pickle that begins at byte {place:,} is not whole: {problem}."
            found.append(finding("pickle-cut", text, "bad"))
        return found


def _listed(names: list[str]) -> str:
    shown = ", ".join(safe(name, 120) for name in names[:SHOWN])
    return shown + (f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else "")
