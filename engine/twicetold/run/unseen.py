"""Keep the modules that a server has imported out of a program's sight until it imports them.

A program then finds in `sys.modules` what it would find in a new interpreter: of a package,
the submodules that are imported with it and no others. It only finds them sooner. Run as part
of a server, before that imports anything else.
"""

from __future__ import annotations

import builtins
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence
    from typing import Any

_bootstrap: Any = sys.modules["_frozen_importlib"]
_LIBRARY = os.path.dirname(os.__file__)
_ENDINGS = (".py", ".pyc", ".so")


class _Loader:
    """Gives a module that is here already; importing it imports what it needs, in that order.

    Args:
        module: what is in `sys.modules` under its name.
        needs: the names that its first import has imported.
        others: what its first import has put into `sys.modules` under other names; None
            for the program itself.
        bring: imports what it needs.
    """

    # What a package has, itself, under the name of one of its submodules.
    own: dict[str, Any]

    def __init__(
        self,
        module: Any,
        needs: Sequence[str],
        others: dict[str, Any],
        bring: Callable[[str], None],
    ) -> None:
        self.own = {}
        self.module = module
        self._spec = getattr(module, "__spec__", None)
        self._needs = needs
        self._others = others
        self._bring = bring

    def create_module(self, spec: Any) -> Any:
        return self.module

    def exec_module(self, module: Any) -> None:
        module.__spec__ = self._spec
        self.bring_needs()

    def bring_needs(self) -> None:
        """Import what the module needs; what is not written to need not be copied in a fork."""
        for name, other in self._others.items():
            sys.modules[name] = other or sys.modules["__main__"]
        for name in self._needs:
            if name not in sys.modules:
                self._bring(name)
        if self.own:
            vars(self.module).update(self.own)


class Unseen:
    """Records what is imported from now on; hides it; gives it to who imports it.

    It gives nothing once a file of the program's own folder has the name of a module that it
    keeps: the program then imports its own, and so does whatever else imports that name.
    """

    def __init__(self) -> None:
        self._before = sys.modules.keys() - {__name__, "__future__"}
        self._needs: dict[str, list[str]] = {}
        self._others: dict[str, list[str]] = {}
        self._first: dict[str, dict[str, Any]] = {}  # what a package has once it is imported
        self._running: list[str] = []
        self._kept: dict[str, _Loader] = {}
        self._tops: set[str] = set()
        self._import = builtins.__import__
        self._load = _bootstrap._load_unlocked
        builtins.__import__ = self._recording_import
        _bootstrap._load_unlocked = self._recording_load

    def _need(self, name: str) -> None:
        if self._running and name in sys.modules:
            self._needs[self._running[-1]].append(name)

    def _recording_import(
        self,
        name: str,
        globals: Any = None,
        locals: Any = None,
        fromlist: Any = (),
        level: int = 0,
    ) -> Any:
        found = self._import(name, globals, locals, fromlist, level)
        whole = name
        if level:
            package = globals["__package__"].rsplit(".", level - 1)[0]
            whole = f"{package}.{name}" if name else package
        self._need(whole)
        for part in fromlist or ():
            self._need(f"{whole}.{part}")
        return found

    def _recording_load(self, spec: Any) -> Any:
        before = set(sys.modules)
        self._needs[spec.name] = []
        self._running.append(spec.name)
        try:
            return self._load(spec)
        finally:
            self._running.pop()
            self._need(spec.name)
            known = self._needs.keys() | {n for names in self._others.values() for n in names}
            self._others[spec.name] = list(sys.modules.keys() - before - known)
            if spec.submodule_search_locations is not None and spec.name in sys.modules:
                self._first[spec.name] = dict(vars(sys.modules[spec.name]))

    def hide(self, *ours: str) -> None:
        """Stop recording, and take out of sight what was imported since.

        Args:
            ours: modules that no program may find.
        """
        builtins.__import__ = self._import
        _bootstrap._load_unlocked = self._load
        modules = {n: sys.modules[n] for n in sys.modules if n not in self._before}
        main = sys.modules["__main__"]
        for name, module in modules.items():
            del sys.modules[name]
            if name not in ours:
                others = {
                    other: None if modules[other] is main else modules[other]
                    for other in self._others.get(name, ())
                    if other in modules
                }
                needs = self._needs.get(name, ())
                self._kept[name] = _Loader(module, needs, others, self._bring)
        for name in self._needs.keys() & modules.keys():
            parent, _, child = name.rpartition(".")
            own = self._first.get(parent, {}).get(child, modules[name])
            package: Any = modules.get(parent) or sys.modules.get(parent)
            if own is not modules[name] and parent in self._kept:
                self._kept[parent].own[child] = own
            elif package and vars(package).get(child) is modules[name]:
                delattr(package, child)
        self._tops = {name for name in self._kept if "." not in name}
        sys.meta_path.insert(0, self)

    def rehearse(self) -> None:
        """Import a module that is none, and forget it."""
        name = "rehearsal"
        self._kept[name] = _Loader(type(sys)(name), (), {}, self._bring)
        __import__(name)
        del sys.modules[name]

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """Return where a kept module is found, as the import system asks for it."""
        if name not in self._kept or target is not None:
            return None
        if "." not in name and self._is_shadowed():
            self._kept.clear()
            return None
        return _bootstrap.ModuleSpec(name, self._kept.pop(name))

    def _bring(self, name: str) -> None:
        """Import a module that another needs, past the finders: one import may need twenty."""
        parent, _, child = name.rpartition(".")
        if name not in self._kept or (parent and parent not in sys.modules):
            _bootstrap._gcd_import(name)
            return
        loader = self._kept.pop(name)
        sys.modules[name] = loader.module
        loader.bring_needs()
        sys.modules[name] = sys.modules.pop(name)  # comes after what it needs
        if parent:
            setattr(sys.modules[parent], child, loader.module)

    def _is_shadowed(self) -> bool:
        for folder in sys.path:
            if folder == _LIBRARY:
                break
            try:
                files = os.listdir(folder)
            except (OSError, TypeError):
                continue
            if any(file_hides(file, self._tops) for file in files):
                return True
        return False


def file_hides(file: str, names: Container[str]) -> bool:
    """Return whether a file or folder would be imported under one of the names.

    Args:
        file: its name.
        names: of modules.
    """
    stem, dot, _ = file.partition(".")
    return stem in names and (not dot or file.endswith(_ENDINGS))
