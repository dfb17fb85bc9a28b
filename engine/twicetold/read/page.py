"""Read a page: the examples it shows, in order, and what is wrong with its fences."""

from dataclasses import replace
from pathlib import Path

from twicetold.base.fault import Fault, did_you_mean
from twicetold.base.project import Project
from twicetold.read import data, fences, mark, needs, parts, snippet, structure
from twicetold.read.fences import Block
from twicetold.read.model import Example, Page, Prose
from twicetold.read.scan import Fence
from twicetold.read.snippet import Snippet


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
        self.snippets = project.settings.snippets
        self.examples: list[Example] = []
        self.sections: list[tuple[str, str]] = []
        self.inputs: list[str] = []
        self.prose: list[Prose] = []
        self.faults: list[Fault] = []
        self.without_output: list[Fault] = []

    def page(self) -> Page:
        found = structure.read(self.project, self.path)
        self.faults += found.faults
        for block in found.blocks:
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
            found.whole,
        )

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.where, line, message))

    def _block(self, block: Block) -> None:
        fence = block.fence
        name = fences.language(fence.info)
        embedded = snippet.embed(fence.text)
        is_program = False
        if problem := fences.problem(fence.info):
            self.fault(fence.line, problem)
        elif embedded is None and snippet.is_almost_embed(fence.text):
            wanted = 'write --8<-- "PATH" and nothing else between the fences'
            self.fault(fence.line, f"this block is not one embedded file; {wanted}")
        elif name in fences.PROGRAMS and embedded is None:
            advice = f"move it to {self.snippets}/{self.key}/ and embed it, so that it runs"
            self.fault(fence.line, f"a program written in the page: {advice}")
        elif name in fences.PROGRAMS and embedded is not None:
            is_program = self._program(block, name, *embedded)
        else:
            self._other(fence, name, embedded)
        if not is_program:
            if block.output is not None:
                self.fault(fence.line, "an output stands below a block that is no program")
            if block.read.marks or block.read.importorskip:
                self.fault(fence.line, "a mark stands above a block that is no program")

    def _program(self, block: Block, language: str, path: str, section: str | None) -> bool:
        """Note a program or a part of one; return whether it is shown whole."""
        fence = block.fence
        title = fences.options(fence.info).get("title")
        name = path.removeprefix(f"{self.key}/")
        source = self._source(fence, path)
        if source is None:
            return section is None
        if not path.startswith(f"{self.key}/"):
            home = f"the programs of this page are in {self.snippets}/{self.key}/"
            self.fault(fence.line, f"{path} belongs to another page; {home}")
        elif Path(path).suffix != fences.PROGRAMS[language]:
            suffix = fences.PROGRAMS[language]
            self.fault(fence.line, f"```{language} shows a {suffix} file, not {name}")
        elif title is None:
            self.fault(fence.line, f'the fence needs the file\'s name: title="{name}"')
        elif title != name:
            self.fault(fence.line, f'title="{title}", but {name} is embedded')
        if section is not None:
            self._section(fence.line, path, section, source)
            return False
        marks = self._marks(block)
        output, fails = self._output(block.output, path)
        place = (self.key, self.where, fence.line, name, language)
        self.examples.append(Example(*place, source, output, fails, marks))
        return True

    def _marks(self, block: Block) -> mark.Marks:
        line, wanted = block.fence.line, block.fence.needs
        try:
            marks = mark.read(block.read.marks, block.read.importorskip)
        except mark.MarkError as error:
            self.fault(line, str(error))
            return mark.Marks()
        if len(wanted) > 1:
            self.fault(line, f"write one importorskip, not {len(wanted)}: only one is heeded")
        elif wanted and (problem := self._needs(wanted[0])):
            self.fault(line, problem)
        return marks

    def _needs(self, module: str) -> str:
        return needs.problem(module, self.project.root, self.project.settings.locks)

    def _source(self, fence: Fence, path: str) -> Snippet | None:
        """Return the file that a fence embeds, unless it names none."""
        if problem := parts.misplaced(path, self.snippets):
            self.fault(fence.line, f"{path}: {problem}")
            return None
        file = self.project.snippets / path
        if not file.is_file():
            known = (
                p.relative_to(self.project.snippets).as_posix()
                for p in self.project.snippets.rglob("*")
                if p.is_file()
            )
            self.fault(fence.line, f"no file {self.snippets}/{path}{did_you_mean(path, known)}")
            return None
        return self._read(fence, file, self.faults)

    def _read(self, fence: Fence, file: Path, faults: list[Fault]) -> Snippet:
        """Return a file that a fence embeds; add what is wrong with it to the faults."""
        source = snippet.read(file, self.project.name(file))
        faults.extend(fault for fault in source.faults if fault not in faults)
        most, line = snippet.ticks(source.text)
        if most >= fence.ticks:
            number = source.lines[line - 1]
            wanted = f"open and close that one with {most + 1}: {'`' * (most + 1)}"
            problem = f"{most} back ticks here end the fence on {self.where}:{fence.line}"
            faults.append(Fault(source.name, number, f"{problem}; {wanted}"))
        return source

    def _section(self, line: int, path: str, section: str, source: Snippet) -> None:
        if section not in source.sections:
            if section[:1].isdigit() or section[:1] in "-:":
                self.fault(line, f'line numbers move: name a section, not "{section}"')
            elif not any(f'"{section}"' in fault.message for fault in source.faults):
                suggestion = did_you_mean(section, source.sections)
                self.fault(line, f'no section "{section}" in {source.name}{suggestion}')
        self.sections.append((path, section))

    def _output(self, fence: Fence | None, path: str) -> tuple[Path | None, bool]:
        """Return the file of the output shown for a program, and whether it must fail."""
        if fence is None:
            return None, False
        title = self.project.settings.output
        language = fences.language(fence.info)
        if language not in fences.OUTPUTS:
            wanted = "an output is ```text, or ```pytb if the program must fail"
            self.fault(fence.line, f"{wanted}; not ```{fence.info}")
        elif problem := fences.problem(fence.info):
            self.fault(fence.line, problem)
        elif title and fences.options(fence.info).get("title") != title:
            wanted = f'```{language} title="{title}"'
            self.fault(fence.line, f"the output needs its title: {wanted}")
        stem = path.rpartition(".")[0]
        target, section = snippet.embed(fence.text) or ("", None)
        if section or not (target.startswith(f"{stem}.") and target.endswith(".out")):
            wanted = f'--8<-- "{stem}.out"'
            problem = "an output is never typed: embed what the program printed"
            self.fault(fence.line, f"{problem}, {wanted}")
            return None, language == "pytb"
        file = self.project.snippets / target
        if file.is_file():
            self._read(fence, file, self.without_output)
        else:
            renew = self.project.settings.renewing(self.key)
            missing = f"no file {self.snippets}/{target}; to write it: {renew}"
            self.without_output.append(Fault(self.where, fence.line, missing))
        return file, language == "pytb"

    def _other(
        self, fence: Fence, language: str, embedded: tuple[str, str | None] | None
    ) -> None:
        content, line = fence.text, fence.line
        if embedded is None:
            if not content.strip() or content.endswith("\n\n"):
                self.fault(line, "MkDocs leaves out the empty line that this block ends in")
        else:
            path, section = embedded
            source = self._source(fence, path)
            if source is None:
                return
            if section is not None:
                self._section(line, path, section, source)
                if section not in source.sections:
                    return
                content = source.sections[section].text
            else:
                self.inputs.append(path)
                content = source.text
        self.prose.append(Prose(line, language, content))
        problem = data.problem(language, content)
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
