"""Read the files of a page's folder, each once."""

from pathlib import Path

from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.read import parts, snippet
from twicetold.read.model import INPUT, OUTPUT, PROGRAM, File
from twicetold.read.scan import Fence
from twicetold.read.snippet import Snippet


class Files:
    """The files that a page has or embeds, by their paths under snippets/.

    Args:
        project: where they are.
        key: the page.
    """

    def __init__(self, project: Project, key: str) -> None:
        self._project = project
        self._key = key
        self._read: dict[str, Snippet] = {}
        folder, every = project.snippets / key, project.files(key)
        self.links = tuple(project.name(path) for path in every if path.is_symlink())
        found = (self._file(p, folder) for p in every if p.is_file() and not p.is_symlink())
        self.own = {f"{key}/{file.name}": file for file in found}

    def add(self, file: File) -> list[Fault]:
        """Add a file that is written in the page; return why there can be none of its name.

        Args:
            file: the file.
        """
        problem = ""
        if "\\" in file.name or any(part in {"", ".", ".."} for part in file.name.split("/")):
            problem = f"{file.name} is not in the page's folder"
        elif (taken := self.own.setdefault(f"{self._key}/{file.name}", file)) is not file:
            problem = f"{file.name} is there already: {taken.where}:{taken.line}"
        advice = 'give its program another title="NAME.py"'
        return [Fault(file.where, file.line, f"{problem}; {advice}")] if problem else []

    def embedded(
        self, fence: Fence, where: str
    ) -> tuple[tuple[str, str | None] | None, list[Fault]]:
        """Return the path and the section that a fence embeds, and why it can't.

        A shared file becomes one of the page's own, and has its path there.

        Args:
            fence: of the page.
            where: the page, as messages show it.
        """
        found = snippet.embed(fence.text)
        path, section = found or ("", None)
        settings = self._project.settings
        file = self._project.snippets / path
        if not self._project.is_shared(path) or parts.misplaced(path, settings.snippets):
            return found, []
        if not file.is_file():
            return found, []
        added = self._file(file, self._project.snippets / settings.shared)
        home = f"{self._key}/{added.name}"
        taken = self.own.setdefault(home, added)
        problem = (
            f"{path} is shared, and {added.name} is there already: {taken.where}:{taken.line}"
        )
        wrong = [Fault(where, fence.line, f"{problem}; give one of them another name")]
        return (home, section), wrong if taken.where != added.where else []

    def snippet(self, path: str) -> Snippet | None:
        """Return a file as a page embeds it, or None if there is no such file.

        Args:
            path: under snippets/.
        """
        own = self.own.get(path)
        if own is not None and own.source is not None:
            return own.source
        file = self._project.snippets / path
        if path not in self._read and (own is not None or file.is_file()):
            data = file.read_bytes() if own is None else own.data
            where = self._project.name(file) if own is None else own.where
            self._read[path] = snippet.read(data, where)
        return self._read.get(path)

    def text(self, path: str) -> str:
        """Return an output of the page, what is not UTF-8 as escapes; nothing without one.

        Args:
            path: under snippets/.
        """
        own = self.own.get(path)
        data = own.data.decode("utf-8", "backslashreplace") if own else ""
        return data.replace("\r\n", "\n")

    def _file(self, path: Path, folder: Path) -> File:
        name = path.relative_to(folder).as_posix()
        where, data = self._project.name(path), path.read_bytes()
        if path.suffix not in snippet.PROGRAMS:
            kind = OUTPUT if path.suffix == ".out" else INPUT
            return File(name, where, kind, data)
        source = snippet.read(data, where)
        return File(name, where, PROGRAM, source.text.encode(), source)
