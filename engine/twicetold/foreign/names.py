"""Say which names a program needs before it begins, and which it defines."""

import ast
import builtins
import symtable
from dataclasses import dataclass, field

_KNOWN = {*dir(builtins), "__file__", "__annotations__", "__builtins__", "_"}
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Names:
    """What a program does with names at the top level.

    Args:
        needs: those it uses while it runs from top to bottom, before it defines them.
        late: those that only its functions use, and that it does not define.
        gives: those that it defines.
        modules: the modules that it imports in any case, with their lines.
        stars: whether it imports `*`, and may so define any name.
    """

    needs: dict[str, int] = field(default_factory=dict)
    late: set[str] = field(default_factory=set)
    gives: set[str] = field(default_factory=set)
    modules: dict[str, int] = field(default_factory=dict)
    stars: bool = False


def of(text: str, tree: ast.Module) -> Names:
    """Return what a program does with names.

    Args:
        text: of the program, which can be compiled.
        tree: of the same.
    """
    reader = _Reader()
    for node in tree.body:
        reader.visit(node)
    found = reader.found
    found.gives = reader.bound
    found.late = _free(symtable.symtable(text, "program", "exec")) - reader.bound - _KNOWN
    found.late -= found.needs.keys()
    return found


def _free(table: symtable.SymbolTable) -> set[str]:
    """Return the names that the functions of a table take from the top level."""
    found = set()
    for child in table.get_children():
        if child.get_type() == "function":
            found |= {s.get_name() for s in child.get_symbols() if s.is_global()}
        found |= _free(child)
    return found


class _Reader(ast.NodeVisitor):
    """Visits what runs at once, in the order in which it runs."""

    def __init__(self) -> None:
        self.found = Names()
        self.bound: set[str] = set()
        self._inner: list[set[str]] = []  # of classes and comprehensions
        self._trying = 0
        self._lazy = False  # whether annotations are not evaluated

    def _bind(self, name: str) -> None:
        (self._inner[-1] if self._inner else self.bound).add(name)

    def visit_Name(self, node: ast.Name) -> None:
        if not isinstance(node.ctx, ast.Load):
            self._bind(node.id)
        elif not (node.id in self.bound | _KNOWN or any(node.id in s for s in self._inner)):
            self.found.needs.setdefault(node.id, node.lineno)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.visit_Name(ast.Name(node.target.id, ast.Load(), lineno=node.lineno))
        self.visit(node.value)
        self.visit(node.target)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            self.visit(target)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._annotation(node.annotation)
        if node.value:
            self.visit(node.value)
            self.visit(node.target)

    def _annotation(self, node: ast.expr | None) -> None:
        if node and not self._lazy:
            self.visit(node)

    def visit_For(self, node: ast.For) -> None:
        for part in (node.iter, node.target, *node.body, *node.orelse):
            self.visit(part)

    def visit_Try(self, node: ast.Try) -> None:
        self._trying += 1
        for part in node.body:
            self.visit(part)
        self._trying -= 1
        for each in (*node.handlers, *node.orelse, *node.finalbody):
            self.visit(each)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name:
            self._bind(node.name)
        self.generic_visit(node)

    def _imports(self, node: ast.Import | ast.ImportFrom, modules: list[str]) -> None:
        for each in node.names:
            if each.name == "*":
                self.found.stars = True
            else:
                whole = isinstance(node, ast.Import) and not each.asname
                self._bind(each.name.partition(".")[0] if whole else each.asname or each.name)
        if not self._trying:
            for name in modules:
                self.found.modules.setdefault(name, node.lineno)

    def visit_Import(self, node: ast.Import) -> None:
        self._imports(node, [each.name for each in node.names])

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self._lazy |= node.module == "__future__" and node.names[0].name == "annotations"
        self._imports(node, [node.module] if node.module and not node.level else [])

    def visit_If(self, node: ast.If) -> None:
        if getattr(node.test, "id", getattr(node.test, "attr", "")) == "TYPE_CHECKING":
            self._trying += 1
            self.generic_visit(node)
            self._trying -= 1
        else:
            self.generic_visit(node)

    def _function(self, node: _Function) -> None:
        given = node.args
        every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
        every += [each for each in (given.vararg, given.kwarg) if each]
        parts = [*node.decorator_list, *given.defaults, *filter(None, given.kw_defaults)]
        for part in parts:
            self.visit(part)
        for annotation in (*(each.annotation for each in every), node.returns):
            self._annotation(annotation)
        self._bind(node.name)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._typed(node, self._function)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._typed(node, self._function)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        for part in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
            self.visit(part)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._typed(node, self._class)

    def _class(self, node: ast.ClassDef) -> None:
        for part in [*node.decorator_list, *node.bases, *(k.value for k in node.keywords)]:
            self.visit(part)
        # A class may name itself in annotations that its library reads later.
        self._inner.append({"__qualname__", "__module__"})
        for each in node.body:
            self.visit(each)
        self._inner.pop()
        self._bind(node.name)

    def _typed(self, node: ast.AST, visit) -> None:  # type: ignore[no-untyped-def]
        """Visit what may have parameters of type, as in `def f[T](…)`."""
        parameters = {each.name for each in getattr(node, "type_params", ())}
        before = {name for name in parameters if name in self.bound}
        self.bound |= parameters
        visit(node)
        self.bound -= parameters - before

    def _comprehension(self, node: ast.AST) -> None:
        self._inner.append(set())
        for each in node.generators:  # type: ignore[attr-defined]
            for part in (each.iter, each.target, *each.ifs):
                self.visit(part)
        for name in ("key", "value", "elt"):
            if part := getattr(node, name, None):
                self.visit(part)
        self._inner.pop()

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        if node.name:
            self._bind(node.name)
        self.generic_visit(node)
