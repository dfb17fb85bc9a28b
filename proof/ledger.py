"""Account for every block that the site shows and every file in snippets/, both ways."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from proof import html, page, snippet
from proof.fault import Fault
from proof.html import Block
from proof.page import Example, Page
from proof.project import Project


@dataclass(frozen=True)
class Totals:
    """What stands in the books of a site.

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


def totals(pages: Iterable[Page]) -> Totals:
    """Add up what the pages show.

    Args:
        pages: all pages of the site.
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
        runs=sum(1 if example.marks.once else 2 for example in examples),
        outputs=sum(example.output is not None for example in examples),
        sections=sum(len(each.sections) for each in pages),
        inputs=sum(len(each.inputs) for each in pages),
        prose=dict(sorted(Counter(p.language for each in pages for p in each.prose).items())),
        skips=tuple(skips),
    )


def by_page(project: Project) -> dict[str, list[Fault]]:
    """Return what is wrong with the sources, by page key; under "" what has no page.

    Args:
        project: the site.
    """
    pages = {each.key: each for each in read_all(project)}
    found: dict[str, list[Fault]] = defaultdict(list)
    for key, each in pages.items():
        found[key] += [*each.faults, *each.without_output]
        is_post = key.startswith("blog/posts/")
        if not is_post and key not in project.navigation:
            found[key].append(Fault(each.where, 1, "this page is not in nav: of mkdocs.yml"))
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(project.snippets.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            files[_owner(project, path, pages)].append(path)
    for key, paths in files.items():
        if key in pages:
            found[key] += _unshown(project, pages[key], paths)
        else:
            for path in paths:
                home = path.relative_to(project.snippets).parent.as_posix()
                message = f"no page shows this; there is no docs/{home}.md"
                found[""].append(Fault(project.name(path), 1, message))
    return {key: sorted(faults) for key, faults in found.items() if faults}


def _owner(project: Project, path: Path, pages: dict[str, Page]) -> str:
    """Return the key of the page that a snippet belongs to, or nothing."""
    for folder in path.relative_to(project.snippets).parents:
        if folder.as_posix() in pages:
            return folder.as_posix()
    return ""


def _unshown(project: Project, each: Page, paths: list[Path]) -> list[Fault]:
    """Return a fault for each file or section of a page's folder that the page leaves out."""
    whole = {f"{each.key}/{example.name}" for example in each.examples}
    outputs = {example.output for example in each.examples}
    text = project.page(each.key).read_text("utf-8").split("\n---\n", 1)[-1]
    faults = []
    for path in paths:
        name = path.relative_to(project.snippets).as_posix()
        where = project.name(path)
        if path.suffix == ".out":
            if path not in outputs:
                message = f"{each.where} shows no program with this output"
                faults.append(Fault(where, 1, message))
        elif path.suffix in {".py", ".sh"}:
            if name not in whole:
                faults.append(Fault(where, 1, f"{each.where} does not show this program whole"))
            for section in snippet.read(path, where).sections.values():
                if (name, section.name) not in each.sections:
                    message = f'{each.where} does not show section "{section.name}"'
                    faults.append(Fault(where, section.line, message))
        elif name not in each.inputs and path.name not in text:
            faults.append(Fault(where, 1, f"{each.where} neither shows nor names this file"))
    return faults


def of_site(project: Project, site: Path) -> list[Fault]:
    """Compare the blocks of the built pages with what their sources name, both ways.

    Args:
        project: the sources.
        site: the folder with the built HTML.
    """
    blocks: dict[str, list[Block]] = defaultdict(list)
    faults = []
    for path in sorted(site.rglob("*.html")):
        key, shown = html.blocks(path)
        if key is None:
            faults += [
                Fault(f"site/{path.relative_to(site).as_posix()}", 1, "shows code, but no page")
                for _ in shown
            ]
        blocks[key or ""] += shown
    for each in read_all(project):
        faults += _compare(project, each, blocks.get(each.key, []))
    return sorted(faults)


def _compare(project: Project, each: Page, blocks: list[Block]) -> list[Fault]:
    lines = project.page(each.key).read_text("utf-8").splitlines()
    left = list(blocks)
    faults = []

    def take(text: str, *languages: str) -> int | None:
        """Remove the first block of this text and return its place on the page."""
        for block in left:
            if block.text == text and block.language in languages:
                left.remove(block)
                return block.place
        return None

    for example in each.examples:
        place = take(example.source.text, *html.LANGUAGES[example.language])
        if place is None:
            message = f"{example.name} runs, but the built page does not show it as it is"
            faults.append(Fault(each.where, example.line, message))
        elif example.output is not None and example.output.is_file():
            faults += _output(each, example, place, take)
    for path, section in each.sections:
        source = project.snippets / path
        if source.is_file():
            known = snippet.read(source, path).sections.get(section)
            text = known.text if known else None
            if text is None or take(text, *html.PROGRAMS) is None:
                message = f'the built page does not show section "{section}" of {path}'
                faults.append(Fault(each.where, 1, message))
    for prose in each.prose:
        if take(prose.text, *{block.language for block in left}) is None:
            message = f"the built page does not show this {prose.language} block as it is"
            faults.append(Fault(each.where, prose.line, message))
    for block in left:
        line = _line(lines, block.text)
        if block.language in html.PROGRAMS:
            message = "the page shows a program that is not run"
        else:
            message = (
                f"the page shows a block that was not read ({block.language or 'no language'})"
            )
        advice = "write it as a ``` fence, outside quotes, that embeds a snippet"
        start = block.text.strip().split("\n")[0]
        faults.append(Fault(each.where, line, f"{message}: {start}\n{advice}"))
    return faults


def _output(each: Page, example: Example, place: int, take: html.Take) -> list[Fault]:
    """Fault an output that is not shown directly below its program."""
    assert example.output is not None
    shown_at = take(example.output.read_text("utf-8"), "text", "pytb")
    if shown_at == place + 1:
        return []
    missing = "does not show" if shown_at is None else "shows elsewhere"
    message = f"the built page {missing} the output of {example.name} as it is"
    return [Fault(each.where, example.line, message)]


def _line(lines: list[str], text: str) -> int:
    """Return the line of the page on which a block's text begins, or 1."""
    start = text.strip().split("\n")[0]
    found = (number for number, line in enumerate(lines, 1) if start and start in line)
    return next(found, 1)
