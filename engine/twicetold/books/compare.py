"""Account for every block of the built pages: each is what its source says, no more."""

import difflib
from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.books import built, ledger
from twicetold.books.built import Block
from twicetold.read.model import Example, Output, Page, Part

_ADVICE = (
    'the theme writes <meta name="page" content="KEY"> there: a block of its main.html can'
)
_LEFT_OUT = ("exclude_docs", "draft_docs")  # settings that keep a page out of the site


def of_site(project: Project, site: Path) -> list[Fault]:
    """Compare the blocks of the built pages with what their sources name, both ways.

    Args:
        project: the sources.
        site: the folder with the built HTML.
    """
    blocks: dict[str, list[Block]] = defaultdict(list)
    faults = []
    for path in sorted(site.rglob("*.html")):
        key, shown = built.blocks(path)
        if key is None:
            where = f"{site.name}/{path.relative_to(site).as_posix()}"
            message = f"shows code, and its head names no page\n{_ADVICE}"
            faults += [Fault(where, 1, message) for _ in shown]
        else:
            blocks[key] += shown
    pages = {each.key: each for each in ledger.read_all(project)}
    for key in blocks.keys() - pages.keys():
        problem = "the site shows this page, but no test reads it; its name must end in .md"
        faults.append(Fault(f"{project.settings.pages}/{key}", 1, problem))
    for each in pages.values():
        if each.key in blocks:
            faults += _Books(each, blocks[each.key]).compare()
        elif each.examples or each.prose or each.sections:
            faults.append(Fault(each.where, 1, _missing(project)))
    return sorted(faults)


def _missing(project: Project) -> str:
    named = " or ".join(name for name in _LEFT_OUT if project.config.get(name))
    cause = f"; see {named} in mkdocs.yml" if named else ""
    return f"the built site does not have this page{cause}"


class _Books:
    """The blocks of one built page, from which each that is accounted for is taken."""

    def __init__(self, each: Page, blocks: list[Block]) -> None:
        self.page = each
        self.left = list(blocks)
        self.faults: list[Fault] = []

    def compare(self) -> list[Fault]:
        for example in self.page.examples:
            languages = built.LANGUAGES[example.language]
            for line, text in example.shown:
                block = self._take(text, languages)
                if block is None:
                    problem = (
                        f"{example.name} runs, but the built page does not show it as it is"
                    )
                    self._fault(line, problem + self._otherwise(text, languages))
            if example.output is not None and example.output.text:
                self._output(example, example.output, block.place if block else None)
        for part in self.page.sections:
            self._section(part)
        for prose in self.page.prose:
            if self._take(prose.text, ()) is None:
                problem = f"the built page does not show this {prose.language} block as it is"
                self._fault(prose.line, problem + self._otherwise(prose.text, ()))
        self._unread()
        return self.faults

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.page.where, line, message))

    def _take(self, wanted: str, languages: tuple[str, ...]) -> Block | None:
        """Remove the first block of this text, of any language if none is named."""
        for block in self.left:
            if block.text == wanted and (not languages or block.language in languages):
                self.left.remove(block)
                return block
        return None

    def _otherwise(self, wanted: str, languages: tuple[str, ...]) -> str:
        """Remove the block most like a text, if one is, and say where they first differ."""
        near = [b for b in self.left if not languages or b.language in languages]
        like = {
            id(b): difflib.SequenceMatcher(None, wanted, b.text).quick_ratio() for b in near
        }
        best = max(near, key=lambda block: like[id(block)], default=None)
        if best is None or like[id(best)] < 0.6:
            return ""
        self.left.remove(best)
        lines = zip_longest(wanted.split("\n"), best.text.split("\n"), fillvalue="(no line)")
        differ = ((n, a, b) for n, (a, b) in enumerate(lines, 1) if a != b)
        number, ours, theirs = next(differ, (1, wanted, best.text))
        return f"; its line {number} is {ours!r}, and there it is {theirs!r}"

    def _output(self, example: Example, output: Output, place: int | None) -> None:
        """Fault an output that is not shown directly below its program, where that is shown."""
        block = self._take(output.text, built.JOINED)
        if block is None or place not in {None, block.place - 1}:
            missing = "does not show" if block is None else "shows elsewhere"
            cause = self._otherwise(output.text, built.JOINED) if block is None else ""
            problem = f"the built page {missing} the output of {example.name} as it is{cause}"
            self._fault(example.line, problem)

    def _section(self, part: Part) -> None:
        if self._take(part.text, built.PROGRAMS) is None:
            problem = f'the built page does not show section "{part.name}" of {part.path}'
            cause = self._otherwise(part.text, built.PROGRAMS)
            self._fault(_line(self.page.lines, f"{part.path}:{part.name}"), problem + cause)

    def _unread(self) -> None:
        """Fault the blocks that nothing in the source accounts for."""
        for block in self.left:
            if block.language in built.PROGRAMS:
                problem = "the page shows a program that is not run"
            else:
                language = block.language or "no language"
                problem = f"the page shows a block that was not read ({language})"
            advice = "write it as a ``` fence, outside quotes, that embeds a snippet"
            start = block.text.strip().split("\n")[0]
            self._fault(_line(self.page.lines, start), f"{problem}: {start}\n{advice}")


def _line(lines: Sequence[str], start: str) -> int:
    """Return the line of the page that holds a text, or 1."""
    found = (number for number, line in enumerate(lines, 1) if start and start in line)
    return next(found, 1)
