"""Account for every block of the built pages: each is what its source says, no more."""

from collections import defaultdict
from pathlib import Path

from proof import html, ledger, snippet
from proof.fault import Fault
from proof.html import Block
from proof.model import Example, Page
from proof.project import Project

_ADVICE = 'the theme writes <meta name="page" content="KEY"> there, as overrides/main.html does'


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
        if key is None or not project.page(key).is_file():
            where = f"site/{path.relative_to(site).as_posix()}"
            message = f"shows code, and no page of docs/: its head names {key}\n{_ADVICE}"
            faults += [Fault(where, 1, message) for _ in shown]
        blocks[key or ""] += shown
    for each in ledger.read_all(project):
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
