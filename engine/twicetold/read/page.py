"""Read a page: the examples it shows, in order, and what is wrong with its fences."""

from dataclasses import replace
from pathlib import Path

from twicetold.base.fault import Fault, did_you_mean
from twicetold.base.project import Project
from twicetold.read import checks, data, fences, parts, snippet, structure, typed
from twicetold.read.fences import Block
from twicetold.read.files import Files
from twicetold.read.model import OUTPUT, PROGRAM, Example, File, Output, Page, Part, Prose
from twicetold.read.scan import Fence
from twicetold.read.snippet import Snippet


def read(project: Project, path: Path) -> Page:
    """Read a page of the project.

    Args:
        project: where the page and its snippets are.
        path: the Markdown file.
    """
    if path not in project.known:
        found = _Reader(project, path).page()
        names = {file.name for file in found.files}
        own = tuple(each for each in found.examples if each.name in names)
        # those of another page, a fault, can't be run here
        project.known[path] = replace(found, examples=own)
    read: Page = project.known[path]
    return read


class _Reader:
    """Collects a page's parts while its fences are read from top to bottom."""

    def __init__(self, project: Project, path: Path) -> None:
        self.project = project
        self.path = path
        self.key = project.key(path)
        self.where = project.name(path)
        self.snippets = project.settings.snippets
        self.examples: list[Example] = []
        self.files = Files(project, self.key)
        self.sections: list[Part] = []
        self.inputs: list[str] = []
        self.prose: list[Prose] = []
        self.faults: list[Fault] = []
        self.without_output: list[Fault] = []

    def page(self) -> Page:
        found = structure.read(self.project, self.path)
        self.faults += found.faults
        for block in found.blocks:
            self._block(block)
        self.faults += checks.repeated(self.examples)
        return Page(
            self.key,
            self.where,
            tuple(self.examples),
            tuple(self.sections),
            tuple(self.inputs),
            tuple(self.files.own.values()),
            found.lines,
            tuple(self.prose),
            tuple(self.faults),
            tuple(self.without_output),
            found.whole,
            self.files.links,
        )

    def fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.where, line, message))

    def _block(self, block: Block) -> None:
        fence = block.fence
        name = fences.language(fence.info)
        embedded, wrong = self.files.embedded(fence, self.where)
        self.faults += wrong
        is_program = False
        if embedded is not None and block.fences[1:]:
            advice = "continue it there, in the file"
            self.fault(block.fences[1].line, f"this continues a program in a file; {advice}")
        if problem := fences.problem(fence.info):
            self.fault(fence.line, problem)
        elif embedded is None and snippet.is_almost_embed(fence.text):
            wanted = 'write --8<-- "PATH" and nothing else between the fences'
            self.fault(fence.line, f"this block is not one embedded file; {wanted}")
        elif name in fences.PROGRAMS and embedded is None and self.project.inline:
            is_program = self._typed(block, name)
        elif name in fences.PROGRAMS and embedded is None:
            advice = f"move it to {self.snippets}/{self.key}/ and embed it, so that it runs"
            self.fault(fence.line, f"a program written in the page: {advice}")
        elif name in fences.PROGRAMS and self.project.settings.programs == "inline":
            self.fault(fence.line, "a program in a file: write it here, in the page")
        elif name in fences.PROGRAMS and embedded is not None:
            is_program = self._program(block, name, *embedded)
        else:
            self._other(fence, name, embedded)
        if not is_program:
            if block.output is not None:
                self.fault(fence.line, "an output is below a block that is no program")
            if block.read.marks or block.read.importorskip:
                self.fault(fence.line, "a mark is above a block that is no program")

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
        self._example(block, language, name, source)
        return True

    def _typed(self, block: Block, language: str) -> bool:
        """Note a program that is written in the page; return that it is shown whole."""
        name = typed.name(block.fence, len(self.examples) + 1)
        source = typed.source(self.where, block.fences)
        data, line = source.text.encode(), block.fence.line
        wrong = self.files.add(File(name, self.where, PROGRAM, data, source, line))
        self.faults += [*wrong, *typed.faults(self.where, block.fences)]
        if not wrong:
            self._example(block, language, name, source)
        return True

    def _example(self, block: Block, language: str, name: str, source: Snippet) -> None:
        fence, is_typed = block.fence, source.name == self.where
        marks, wrong = checks.marks(block, self.where, self.project)
        self.faults += wrong
        output, fails = self._output(block.output, name, is_typed)
        place = (self.key, self.where, fence.line, name, language)
        around = (block.fences if is_typed else (), block.untitled)
        self.examples.append(Example(*place, source, output, fails, marks, *around))

    def _source(self, fence: Fence, path: str) -> Snippet | None:
        """Return the file that a fence embeds, unless it names none."""
        if problem := parts.misplaced(path, self.snippets):
            self.fault(fence.line, f"{path}: {problem}")
            return None
        source = self.files.snippet(path)
        if source is None:
            known = (
                p.relative_to(self.project.snippets).as_posix()
                for p in self.project.snippets.rglob("*")
                if p.is_file()
            )
            self.fault(fence.line, f"no file {self.snippets}/{path}{did_you_mean(path, known)}")
            return None
        self._check(fence, source, self.faults)
        return source

    def _check(self, fence: Fence, source: Snippet, faults: list[Fault]) -> None:
        """Add what is wrong with a file that a fence embeds to the faults."""
        found = checks.of_fence(fence, source, self.where)
        faults.extend(fault for fault in found if fault not in faults)

    def _section(self, line: int, path: str, section: str, source: Snippet) -> None:
        if section not in source.sections:
            if problem := checks.of_section(section, source):
                self.fault(line, problem)
        else:
            self.sections.append(Part(path, section, source.sections[section].text, line))

    def _output(
        self, fence: Fence | None, name: str, may_type: bool
    ) -> tuple[Output | None, bool]:
        """Return the output shown for a program, and whether it must fail."""
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
        stem = f"{self.key}/{name.rpartition('.')[0]}"
        if may_type and snippet.embed(fence.text) is None:
            return self._typed_output(fence, name), language == "pytb"
        target, section = snippet.embed(fence.text) or ("", None)
        if section or not (target.startswith(f"{stem}.") and target.endswith(".out")):
            wanted = f'--8<-- "{stem}.out"'
            problem = "an output is never typed: embed what the program printed"
            self.fault(fence.line, f"{problem}, {wanted}")
            return None, language == "pytb"
        where = self.project.name(self.project.snippets / target)
        source = self.files.snippet(target)
        if source is not None:
            self._check(fence, source, self.without_output)
        else:
            renew = self.project.settings.renewing(self.key)
            missing = f"no file {where}; to write it: {renew}"
            self.without_output.append(Fault(self.where, fence.line, missing))
        name = target.removeprefix(f"{self.key}/")
        return Output(name, where, self.files.text(target)), language == "pytb"

    def _typed_output(self, fence: Fence, program: str) -> Output:
        """Return an output that is written in the page."""
        if fence.text:
            self.without_output += typed.faults(self.where, [fence])
        else:
            renew = self.project.settings.renewing(self.key)
            empty = Fault(self.where, fence.line, f"this output is empty; to write it: {renew}")
            self.without_output.append(empty)
        name = f"{program.rpartition('.')[0]}.out"
        file = File(name, self.where, OUTPUT, fence.text.encode(), line=fence.line)
        self.faults += self.files.add(file)
        return Output(name, self.where, fence.text, fence)

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
