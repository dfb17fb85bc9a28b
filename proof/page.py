"""Read a page: the examples it shows, in order, and what is wrong with its fences."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pytest_codeblocks import CodeBlock

from proof import dataformat, fences, mark, snippet
from proof.fault import Fault, did_you_mean
from proof.model import Example, Page, Prose
from proof.project import Project
from proof.snippet import Snippet

_TITLE = re.compile(r'\btitle="([^"]*)"')
_KINDS = {"python": ".py", "sh": ".sh"}
_SHELLS = {"bash", "shell", "zsh", "ksh"}


def read(project: Project, path: Path) -> Page:
    """Read a page of the project.

    Args:
        project: where the page and its snippets are.
        path: the Markdown file.
    """
    found = _Reader(project, path).page()
    home = project.snippets / found.key
    own = tuple(each for each in found.examples if (home / each.name).is_file())
    return replace(found, examples=own)  # those of another page, a fault, can't be run here


class _Reader:
    """Collects a page's parts while its fences are read from top to bottom."""

    def __init__(self, project: Project, path: Path) -> None:
        self.project = project
        self.path = path
        self.key = project.key(path)
        self.where = project.name(path)
        self.lines = path.read_text("utf-8").splitlines()
        self.examples: list[Example] = []
        self.sections: list[tuple[str, str]] = []
        self.inputs: list[str] = []
        self.prose: list[Prose] = []
        self.faults: list[Fault] = []
        self.without_output: list[Fault] = []

    def page(self) -> Page:
        blocks, faults = fences.blocks(self.path, self.where, self.lines)
        self.faults.extend(faults)
        for block in blocks:
            self._block(block)
        self._repeated()
        return Page(
            self.key,
            self.where,
            tuple(self.examples),
            tuple(self.sections),
            tuple(self.inputs),
            tuple(self.prose),
            tuple(self.faults),
            tuple(self.without_output),
        )

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.where, line, message))

    def _block(self, block: CodeBlock) -> None:
        info = block.syntax or ""
        language = info.split()[0].lower() if info.split() else ""
        embedded = snippet.embed(block.code)
        is_program = False
        if info.startswith("{") or (language != "python" and fences.is_python(language)):
            self.fault(block.lineno, f'write ```python title="NAME.py", not ```{info}')
        elif language in _SHELLS:
            wanted = "write ```sh for a program, ```console for a session that is not run"
            self.fault(block.lineno, f"{wanted}; not ```{info}")
        elif not language:
            self.fault(block.lineno, "a fence needs a language; prose is ```text")
        elif language in _KINDS:
            if embedded is None:
                advice = f"move it to snippets/{self.key}/ and embed it, so that it runs"
                self.fault(block.lineno, f"a program written in the page: {advice}")
            else:
                is_program = self._program(block, language, info, *embedded)
        else:
            self._other(block, language, embedded)
        if not is_program:
            if block.expected_output is not None:
                self.fault(block.lineno, "an output stands below a block that is no program")
            if block.marks or block.importorskip:
                self.fault(block.lineno, "a mark stands above a block that is no program")

    def _program(
        self, block: CodeBlock, language: str, info: str, path: str, section: str | None
    ) -> bool:
        """Note a program or a part of one; return whether it is shown whole."""
        title = _TITLE.search(info)
        name = path.removeprefix(f"{self.key}/")
        source = self._source(block.lineno, path)
        if source is None:
            return section is None
        if not path.startswith(f"{self.key}/"):
            home = f"the programs of this page are in snippets/{self.key}/"
            self.fault(block.lineno, f"{path} belongs to another page; {home}")
        elif Path(path).suffix != _KINDS[language]:
            self.fault(
                block.lineno, f"```{language} shows a {_KINDS[language]} file, not {name}"
            )
        elif title is None:
            self.fault(block.lineno, f'the fence needs the file\'s name: title="{name}"')
        elif title[1] != name:
            self.fault(block.lineno, f'title="{title[1]}", but {name} is embedded')
        if section is not None:
            self._section(block.lineno, path, section, source)
            return False
        try:
            marks = mark.read(block.marks, block.importorskip)
        except mark.MarkError as error:
            self.fault(block.lineno, str(error))
            marks = mark.Marks()
        output, must_fail = self._output(block, path)
        self.examples.append(
            Example(
                self.key,
                self.where,
                block.lineno,
                name,
                language,
                source,
                output,
                must_fail,
                marks,
            )
        )
        return True

    def _source(self, line: int, path: str) -> Snippet | None:
        file = self.project.snippets / path
        if not file.is_file():
            known = (p.relative_to(self.project.snippets).as_posix() for p in self._known())
            self.fault(line, f"no file snippets/{path}{did_you_mean(path, known)}")
            return None
        source = snippet.read(file, self.project.name(file))
        self.faults.extend(fault for fault in source.faults if fault not in self.faults)
        return source

    def _known(self) -> Iterator[Path]:
        return (path for path in self.project.snippets.rglob("*") if path.is_file())

    def _section(self, line: int, path: str, section: str, source: Snippet) -> None:
        if section not in source.sections:
            if section[:1].isdigit() or section[:1] in "-:":
                self.fault(line, f'line numbers move: name a section, not "{section}"')
            elif not any(f'"{section}"' in fault.message for fault in source.faults):
                suggestion = did_you_mean(section, source.sections)
                self.fault(line, f'no section "{section}" in {source.name}{suggestion}')
        self.sections.append((path, section))

    def _output(self, block: CodeBlock, path: str) -> tuple[Path | None, bool]:
        """Return the file of the output shown for a program, and whether it must fail."""
        if block.expected_output is None:
            return None, False
        line, info = fences.of_output(self.lines, block.lineno)
        language = info.split()[0] if info.split() else ""
        if language not in {"text", "pytb"}:
            wanted = "an output is ```text, or ```pytb if the program must fail"
            self.fault(line, f"{wanted}; not ```{info}")
        elif 'title="Output"' not in info:
            self.fault(line, f'the output needs its title: ```{language} title="Output"')
        stem = path.rpartition(".")[0]
        embedded = snippet.embed(block.expected_output)
        target, section = embedded or ("", None)
        if section or not (target.startswith(f"{stem}.") and target.endswith(".out")):
            wanted = f'--8<-- "{stem}.out"'
            self.fault(
                line, f"an output is never typed: embed what the program printed, {wanted}"
            )
            return None, language == "pytb"
        file = self.project.snippets / target
        if not file.is_file():
            command = f"make outputs PAGE={self.key}"
            missing = f"no file snippets/{target}; to write it: {command}"
            self.without_output.append(Fault(self.where, line, missing))
        return file, language == "pytb"

    def _other(
        self, block: CodeBlock, language: str, embedded: tuple[str, str | None] | None
    ) -> None:
        text = block.code
        line = block.lineno
        if embedded is not None:
            path, section = embedded
            source = self._source(line, path)
            if source is None:
                return
            if section is not None:
                self._section(line, path, section, source)
                if section not in source.sections:
                    return
                text = source.sections[section].text
            else:
                self.inputs.append(path)
                text = source.text
        self.prose.append(Prose(line, language, text))
        problem = dataformat.problem(language, text)
        if problem:
            self.fault(line, f"this is not {language}: {problem}")

    def _repeated(self) -> None:
        """Fault programs shown whole twice, unless each is a variant that skips somewhere."""
        first: dict[str, Example] = {}
        for example in self.examples:
            other = first.setdefault(example.name, example)
            if other is example:
                continue
            if not (example.marks.conditions and other.marks.conditions):
                message = f"{example.name} is shown whole twice; first on line {other.line}"
                self.fault(
                    example.line, f"{message}; show a section of it, or mark each skipif"
                )
            elif example.title == other.title:
                self.fault(
                    example.line, f"{example.name}: each variant needs its own output file"
                )
