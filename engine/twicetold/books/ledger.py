"""Account for every snippet: each is shown on its page."""

import re
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from twicetold.base import names
from twicetold.base.fault import Fault
from twicetold.base.project import Project
from twicetold.read import page, text
from twicetold.read.model import OUTPUT, Page

LINK = "this is a link, which a clone may not have; put the file itself here"


@dataclass(frozen=True)
class Totals:
    """What the books of a site say.

    Args:
        pages: Markdown files.
        programs: programs shown whole, each variant once.
        runs: how often they are run, where no condition skips them.
        outputs: outputs shown.
        sections: parts of programs shown again.
        inputs: other files shown.
        prose: blocks that are not run, by language.
        skips: pairs of an example and the reason why it is skipped somewhere or runs once.
    """

    pages: int
    programs: int
    runs: int
    outputs: int
    sections: int
    inputs: int
    prose: dict[str, int]
    skips: tuple[tuple[str, str], ...]


def read_all(project: Project) -> list[Page]:
    """Read all pages of a project, in order of their paths."""
    return [page.read(project, path) for path in project.pages()]


def showing(project: Project, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield each page that shows a shared file, and its name there.

    Args:
        project: the site.
        path: the file.
    """
    if project.is_shared(path.relative_to(project.snippets).as_posix()):
        for each in read_all(project):
            for file in each.files:
                if file.where == project.name(path):
                    yield project.page(each.key), file.name


def totals(pages: Iterable[Page], rounds: int = 2) -> Totals:
    """Add up what the pages show.

    Args:
        pages: all pages of the site.
        rounds: how often each is run.
    """
    pages = list(pages)
    examples = [example for each in pages for example in each.examples]
    skips: list[tuple[str, str]] = []
    for example in examples:
        reasons = [reason for _, reason in example.marks.conditions]
        if example.marks.needs:
            reasons.append(f"where {example.marks.needs} is not installed")
        if example.marks.once:
            reasons.append(f"runs once: {example.marks.once}")
        skips.extend((f"{example.page}: {example.title}", reason) for reason in reasons)
    return Totals(
        pages=len(pages),
        programs=len(examples),
        runs=sum(1 if example.marks.once else rounds for example in examples),
        outputs=sum(example.output is not None for example in examples),
        sections=sum(len(each.sections) for each in pages),
        inputs=sum(len(each.inputs) for each in pages),
        prose=dict(sorted(Counter(p.language for each in pages for p in each.prose).items())),
        skips=tuple(skips),
    )


def table(sums: Totals) -> str:
    """Return the totals as aligned lines.

    Args:
        sums: the totals.
    """
    rows = {
        "pages": sums.pages,
        "programs": sums.programs,
        "runs": sums.runs,
        "outputs": sums.outputs,
        "sections": sums.sections,
        "input files": sums.inputs,
        "not run": sum(sums.prose.values()),
    }
    return "\n".join(f"{name:14}{number:6}" for name, number in rows.items())


def of_page(project: Project, each: Page) -> list[Fault]:
    """Return what is wrong with a page's Markdown, its snippets and its place in the site.

    Args:
        project: the site.
        each: the page.
    """
    faults = [*each.faults, *each.without_output, *_of_place(project, each)]
    if each.whole:
        faults += _not_python(each) + _unshown(each)
    return sorted(set(faults))


def _of_place(project: Project, each: Page) -> list[Fault]:
    """Return what is wrong with where a page and its files are."""
    faults = []
    times = project.navigation.count(each.key)
    unlisted = any(fnmatchcase(each.key, pattern) for pattern in project.settings.unlisted)
    if not times and not unlisted:
        faults.append(Fault(each.where, 1, "this page is not in nav: of mkdocs.yml"))
    if times > 1:
        name = f"{each.key}.md"
        lines = text.lines(project.config_file.read_text("utf-8"))
        last = max((n for n, line in enumerate(lines, 1) if name in line), default=1)
        problem = f"{name} is in nav: {times} times; MkDocs shows it under the last"
        faults.append(Fault(project.name(project.config_file), last, problem))
    files = {PurePath(each.key, file.name): file for file in each.files}
    places = {PurePath(each.where): (each.where, 1)}
    places |= {path: (file.where, file.line) for path, file in files.items()}
    for path, place in places.items():
        if problem := names.problem(path):
            faults.append(Fault(*place, problem))
    for link in each.links:
        faults.append(Fault(link, 1, LINK))
    for file, other in names.alike(files):
        problem = f"on macOS and Windows this is {other.name}; give it another name"
        faults.append(Fault(*places[file], problem))
    return faults


def without_page(project: Project) -> list[Fault]:
    """Return a fault for each snippet in a folder that no page has.

    Args:
        project: the site.
    """
    faults = []
    for path in project.strays():
        folder = path.relative_to(project.snippets).parent.as_posix()
        page_file = project.name(project.page(folder))
        message = f"no page shows this; there is no {page_file}"
        faults.append(Fault(project.name(path), 1, message))
    return faults


def _of_shared(project: Project, pages: Iterable[Page]) -> list[Fault]:
    """Return what is wrong with the folder of what pages share."""
    faults = []
    shown = {file.where for each in pages for file in each.files}
    for path in project.shared():
        if path.is_symlink():
            faults.append(Fault(project.name(path), 1, LINK))
        elif project.name(path) not in shown:
            faults.append(Fault(project.name(path), 1, "no page shows this shared file"))
    home = f"{project.settings.snippets}/{project.settings.shared}/"
    for each in pages:
        if project.is_shared(each.key):
            problem = f"{home} is for what pages share, not for the programs of one"
            faults.append(Fault(each.where, 1, f"{problem}; give this page another name"))
    return faults


def of_sources(project: Project) -> list[Fault]:
    """Return all that is wrong with the sources of a site.

    Args:
        project: the site.
    """
    pages = read_all(project)
    faults = [fault for each in pages for fault in of_page(project, each)]
    return sorted(set(faults + _of_shared(project, pages) + without_page(project)))


_ENCODING = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*(?P<name>[-\w.]+)")  # as Python has it


def _not_python(each: Page) -> list[Fault]:
    """Return a fault for each program that can't be compiled, or not from UTF-8."""
    faults = []
    for example in each.examples:
        source = example.source
        if example.language != "python" or not source.text:
            continue
        for number, line in zip(source.lines, text.lines(source.text)[:2], strict=False):
            match = _ENCODING.match(line)
            if match and match["name"].lower().replace("_", "-") not in {"utf-8", "utf8"}:
                advice = "take this line out: programs are UTF-8"
                faults.append(Fault(source.name, number, f"not {match['name']}; {advice}"))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                compile(source.text, source.name, "exec", dont_inherit=True)
        except SyntaxError as error:
            line_number = source.lines[min(error.lineno or 1, len(source.lines)) - 1]
            faults.append(Fault(source.name, line_number, f"SyntaxError: {error.msg}"))
        except (ValueError, RecursionError, MemoryError) as error:
            faults.append(Fault(source.name, 1, f"Python can't compile this: {error}"))
    return faults


def _unshown(each: Page) -> list[Fault]:
    """Return a fault for each file or section of a page's folder that the page leaves out."""
    whole = {example.name for example in each.examples}
    outputs = {example.output.name for example in each.examples if example.output}
    parts = {(part.path, part.name) for part in each.sections}
    said = "\n".join(each.lines)
    faults = []
    for file in each.files:
        path = f"{each.key}/{file.name}"
        if file.kind == OUTPUT:
            if file.name not in outputs:
                message = f"{each.where} shows no program with this output"
                faults.append(Fault(file.where, 1, message))
        elif file.source is not None:
            if file.name not in whole:
                message = f"{each.where} does not show this program whole"
                faults.append(Fault(file.where, 1, message))
            for section in file.source.sections.values():
                if (path, section.name) not in parts:
                    message = f'{each.where} does not show section "{section.name}"'
                    faults.append(Fault(file.where, section.line, message))
        elif path not in each.inputs and PurePath(path).name not in said:
            message = f"{each.where} neither shows nor names this file"
            faults.append(Fault(file.where, 1, message))
    return faults
