"""Make the mutants of a program: each lacks or alters one thing that keeps its data.

Only what matters for persistence is altered. Left alone: what `print` is given directly (the
page would always notice), indexes, times to wait, names of files, imports, and constraints.
mutmut 3.8 alters functions and methods; most programs here have none. cosmic-ray 8.7 alters the
operators and numbers of a file, in place, and starts a test command for each. Neither drops a
statement, unwraps a `with` or reads SQL, and neither starts from the middle of a page. All that
would be left of them is the loop over the mutants. So this is our own.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMMIT, FLUSH, CLOSE = "commit dropped", "flush or fsync dropped", "close dropped"
CALL, STORE, RAISE = "another call dropped", "assignment to an item dropped", "raise dropped"
BLOCK, ORDER = "`with con:` unwrapped", "ordering removed"
VALUE, CONSTANT = "value for a placeholder withheld", "constant changed"
SQL, SETTING, MODE = "clause of SQL removed", "setting dropped", "mode of opening changed"
KINDS = (
    *(COMMIT, BLOCK, FLUSH, CLOSE, CALL, STORE, RAISE),
    *(VALUE, ORDER, SQL, SETTING, MODE, CONSTANT),
)

_Node = ast.stmt | ast.expr | ast.keyword
_NAMED = {"commit": COMMIT, "flush": FLUSH, "fsync": FLUSH, "close": CLOSE}
_QUIET = {"print", "sleep", "exit", "_exit", "basicConfig"}
_STARTS = {"run", "Popen", "check_output", "check_call", "system"}
_OPENS = {"open", "closing", "ZipFile", "NamedTemporaryFile", "Connection"}
_MODES = {"w": "a", "a": "w", "x": "w", "wb": "ab", "ab": "wb", "xb": "wb", "c": "n"}
_SETTINGS = {
    *("isolation_level", "autocommit", "detect_types", "newline", "ensure_ascii"),
    *("sort_keys", "default", "allow_nan", "writeback", "cls"),
    *("object_hook", "parse_float", "deterministic", "uri"),
}
_WAITS = {
    *("timeout", "indent", "width", "maxsize", "max_workers"),
    *("daemon", "check", "text", "protocol", "missing_ok"),
}
_IS_SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|REPLACE|BEGIN)\b")
_CLAUSES = {
    re.compile(
        r"\s+ORDER BY\s+[\w.]+(\([^)]*\))?( (ASC|DESC))?(,\s*[\w.]+( (ASC|DESC))?)*"
    ): "",
    re.compile(r"\s+IF (NOT )?EXISTS\b"): "",
    re.compile(r"\s+OR (IGNORE|REPLACE)\b"): "",
    re.compile(r"\s+ON CONFLICT\b[^\"]*?(?=\s*(\"|;|RETURNING))"): "",
    re.compile(r"\bBEGIN (IMMEDIATE|EXCLUSIVE)\b"): "BEGIN",
}


@dataclass(frozen=True)
class Mutant:
    """A program with one thing altered.

    Args:
        line: where, in the published text, from 1.
        statement: that line, without its indent.
        kind: one of KINDS.
        change: what was altered.
        text: the whole program.
    """

    line: int
    statement: str
    kind: str
    change: str
    text: str


def make(text: str) -> list[Mutant]:
    """Return the mutants of a program, in order of their lines; of constants, one a line.

    Args:
        text: the program as published.
    """
    found = sorted(_Program(text).visit(ast.parse(text)), key=lambda mutant: mutant.line)
    first = {mutant.line: mutant for mutant in reversed(found) if mutant.kind == CONSTANT}
    return [mutant for mutant in found if mutant.kind != CONSTANT or mutant in first.values()]


class _Program:
    """A program's text, and the tree that says what is where."""

    def __init__(self, text: str) -> None:
        self.data = text.encode()
        self.lines = text.splitlines()
        self.starts = [0]
        for line in self.data.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node: _Node) -> tuple[int, int]:
        assert node.end_lineno is not None and node.end_col_offset is not None
        begin = self.starts[node.lineno - 1] + node.col_offset
        return begin, self.starts[node.end_lineno - 1] + node.end_col_offset

    def source(self, node: ast.expr) -> str:
        begin, end = self.span(node)
        return self.data[begin:end].decode()

    def edit(self, begin: int, end: int, new: str, kind: str, change: str) -> Mutant:
        removed = self.data[begin:end]
        line = self.data[: begin + len(removed) - len(removed.lstrip())].count(b"\n") + 1
        text = (self.data[:begin] + new.encode() + self.data[end:]).decode()
        return Mutant(line, self.lines[line - 1].strip(), kind, change, text)

    def replace(self, node: _Node, new: str, kind: str, change: str) -> Mutant:
        return self.edit(*self.span(node), new, kind, change)

    def visit(self, node: ast.AST, quiet: bool = False) -> Iterator[Mutant]:
        """Yield the mutants of a node and all below it.

        Args:
            node: the node.
            quiet: whether constants below it are not to be altered.
        """
        if isinstance(node, ast.stmt):
            yield from self.statement(node)
        if isinstance(node, ast.Call):
            yield from self.call(node)
        if isinstance(node, ast.JoinedStr) or _is_text(node):
            assert isinstance(node, ast.expr)
            yield from self.clauses(node)
            return
        if isinstance(node, (ast.Tuple, ast.List, ast.Set, ast.Dict)) and not quiet:
            yield from self.elements(node)
        if isinstance(node, ast.Constant) and not quiet:
            yield from self.constant(node)
        name = _name(node.func) if isinstance(node, ast.Call) else ""
        for field, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    hushed = quiet or name in _QUIET | _STARTS
                    hushed = hushed or (isinstance(node, ast.Subscript) and field == "slice")
                    hushed = hushed or (isinstance(node, ast.While) and field == "test")
                    hushed = hushed or (isinstance(child, ast.keyword) and child.arg in _WAITS)
                    yield from self.visit(child, hushed)

    def statement(self, node: ast.stmt) -> Iterator[Mutant]:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            name = _name(node.value.func)
            if name not in _QUIET and not self.source(node.value).startswith("sys.stdout."):
                yield self.replace(node, "pass", _NAMED.get(name, CALL), "dropped")
        elif isinstance(node, ast.Raise):
            yield self.replace(node, "pass", RAISE, "dropped")
        elif isinstance(node, (ast.AugAssign, ast.Delete)):
            yield self.replace(node, "pass", STORE, "dropped")
        elif isinstance(node, ast.Assign):
            if isinstance(node.targets[0], (ast.Subscript, ast.Attribute)):
                yield self.replace(node, "pass", STORE, "dropped")
        elif isinstance(node, ast.With):
            for index, item in enumerate(node.items):
                yield from self.unwrapped(node, index, item)

    def unwrapped(self, node: ast.With, index: int, item: ast.withitem) -> Iterator[Mutant]:
        """Yield a `with` without one of its items; what it opened stays open."""
        expression = item.context_expr
        name = _name(expression.func) if isinstance(expression, ast.Call) else ""
        if name not in _OPENS | {"connect", ""}:
            return
        kind = CLOSE if name in _OPENS else BLOCK
        opened = self.source(expression)
        if opened.startswith("shelve."):  # which closes itself when it is forgotten
            return
        if isinstance(expression, ast.Call) and name == "closing":
            opened = self.source(expression.args[0])
        if item.optional_vars is not None:
            opened = f"{self.source(item.optional_vars)} = {opened}"
        rest = [other for other in node.items if other is not item]
        if index and index < len(rest):
            return
        header = ", ".join(self.item(other) for other in rest)
        header = f"with {header}:" if rest else "if True:"
        begin, _ = self.span(node)
        first = node.body[0]
        end, _ = self.span(first)
        inner = "\n" + " " * first.col_offset
        if index:
            new = f"{header}{inner}{opened}{inner}"
        else:
            new = f"{opened}\n{' ' * node.col_offset}{header}{inner}"
        yield self.edit(begin, end, new, kind, f"{self.item(item)} unwrapped")

    def item(self, item: ast.withitem) -> str:
        name = f" as {self.source(item.optional_vars)}" if item.optional_vars else ""
        return " ".join((self.source(item.context_expr) + name).split())

    def call(self, node: ast.Call) -> Iterator[Mutant]:
        name = _name(node.func)
        if name == "sorted" and node.args:
            yield self.replace(node, f"list({self.source(node.args[0])})", ORDER, "not sorted")
        if name in {"execute", "executemany"} and len(node.args) == 2:
            values = node.args[1]
            bound: list[ast.expr] = getattr(values, "elts", getattr(values, "values", []))
            for value in bound:
                if not isinstance(value, (ast.Constant, ast.Starred, ast.Tuple, ast.List)):
                    change = f"{self.source(value)} → NULL"
                    yield self.replace(value, "None", VALUE, change)
        if name in {"open", "connect", "ZipFile"}:
            named = [k.value for k in node.keywords if k.arg in {"mode", "flag"}]
            for mode in [*node.args[:2], *named]:
                if isinstance(mode, ast.Constant) and mode.value in _MODES:
                    new = _MODES[str(mode.value)]
                    yield self.replace(mode, f'"{new}"', MODE, f"{mode.value} → {new}")
        for keyword in node.keywords:
            if keyword.arg in _SETTINGS and name not in _QUIET | _STARTS:
                begin, end = self.span(keyword)
                if tail := re.match(rb"\s*,", self.data[end:]):
                    end += tail.end()
                yield self.edit(begin, end, "", SETTING, f"{keyword.arg}= dropped")

    def elements(self, node: ast.expr) -> Iterator[Mutant]:
        """Yield changes of the texts that are data: elements of a collection."""
        elements = node.values if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        for element in elements:
            if _is_text(element) and not _IS_SQL.search(source := self.source(element)):
                _, end = self.span(element)
                end -= 3 if source.endswith(('"""', "'''")) else 1
                change = f"{' '.join(source.split())} made longer"
                yield self.edit(end, end, "~", CONSTANT, change)

    def constant(self, node: ast.Constant) -> Iterator[Mutant]:
        if isinstance(node.value, bool):
            yield self.replace(node, str(not node.value), CONSTANT, f"{node.value} flipped")
        elif isinstance(node.value, (int, float)):
            new = f"{node.value + 1!r}"
            yield self.replace(node, new, CONSTANT, f"{self.source(node)} → {new}")

    def clauses(self, node: ast.expr) -> Iterator[Mutant]:
        """Yield a text of SQL without one of its clauses."""
        text = self.source(node)
        if not _IS_SQL.search(text):
            return
        begin, _ = self.span(node)
        for pattern, new in _CLAUSES.items():
            for match in pattern.finditer(text):
                start, end = (len(text[:at].encode()) for at in match.span())
                kind = ORDER if "ORDER" in match[0] else SQL
                change = " ".join(match[0].split()) + (f" → {new}" if new else " removed")
                yield self.edit(begin + start, begin + end, new, kind, change)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _name(function: ast.expr) -> str:
    """Return the last part of what is called: `commit` of `con.commit`."""
    return str(getattr(function, "attr", getattr(function, "id", "")))
