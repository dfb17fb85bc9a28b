"""Check what a page shows of its files, once each, and what it asks of its programs."""

from collections.abc import Iterable, Iterator

from twicetold.base.fault import Fault, did_you_mean
from twicetold.base.project import Project
from twicetold.read import mark, needs, snippet
from twicetold.read.fences import Block
from twicetold.read.mark import MarkError, Marks
from twicetold.read.model import Example
from twicetold.read.scan import Fence
from twicetold.read.snippet import Snippet


def marks(block: Block, where: str, project: Project) -> tuple[Marks, list[Fault]]:
    """Return what the marks of a program ask for, and what is wrong with them.

    Args:
        block: the program.
        where: the page, as messages show it.
        project: with its lists of packages.
    """
    line, wanted = block.fence.line, block.fence.needs
    try:
        found = mark.read(block.read.marks, block.read.importorskip)
    except MarkError as error:
        return Marks(), [Fault(where, line, str(error))]
    problem = ""
    if len(wanted) > 1:
        problem = f"write one importorskip, not {len(wanted)}: only one is heeded"
    elif wanted:
        problem = needs.problem(wanted[0], project.root, project.settings.locks)
    return found, [Fault(where, line, problem)] if problem else []


def of_fence(fence: Fence, source: Snippet, where: str) -> Iterator[Fault]:
    """Yield what is wrong with a file that a fence embeds.

    Args:
        fence: the fence.
        source: the file.
        where: the page, as messages show it.
    """
    yield from source.faults
    most, line = snippet.ticks(source.text)
    if most >= fence.ticks:
        number = source.lines[line - 1]
        wanted = f"open and close that one with {most + 1}: {'`' * (most + 1)}"
        problem = f"{most} back ticks here end the fence on {where}:{fence.line}"
        yield Fault(source.name, number, f"{problem}; {wanted}")


def of_section(section: str, source: Snippet) -> str:
    """Return why a file has no such section, or nothing where its own faults say it.

    Args:
        section: its name.
        source: the file.
    """
    if section[:1].isdigit() or section[:1] in "-:":
        return f'line numbers move: name a section, not "{section}"'
    if any(f'"{section}"' in fault.message for fault in source.faults):
        return ""
    return f'no section "{section}" in {source.name}{did_you_mean(section, source.sections)}'


def repeated(examples: Iterable[Example]) -> Iterator[Fault]:
    """Yield a fault for programs shown whole twice, unless each is a variant that skips.

    Args:
        examples: of a page.
    """
    first: dict[str, Example] = {}
    for example in examples:
        other = first.setdefault(example.name, example)
        if other is example:
            continue
        problem = ""
        if not (example.marks.conditions and other.marks.conditions):
            problem = f"{example.name} is shown whole twice; first on line {other.line}"
            problem += "; show a section of it, or mark each skipif"
        elif example.title == other.title:
            problem = f"{example.name}: each variant needs its own output file"
        if problem:
            yield Fault(example.where, example.line, problem)
