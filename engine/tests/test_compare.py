"""What the built pages show and no source names is red, with its cause."""

from pathlib import Path

import pytest

from toy_site import PAGE, READ, WRITE
from twicetold.base.project import Project
from twicetold.books import compare

BLOCK = (
    '<div class="language-{} highlight"><span class="filename">{}</span>'
    "<pre><code>{}</code></pre></div>"
)


def built(folder: Path, *blocks: str, page: str = "notes.md") -> list[str]:
    """What is said of a page that was built to hold these blocks."""
    key = page.removesuffix(".md")
    (folder / "site").mkdir(exist_ok=True)
    head = f'<head><meta charset="utf-8"><meta name="page" content="{key}"></head>'
    html = f"<html>{head}<body><article>{''.join(blocks)}</article></body></html>"
    (folder / "site" / f"{page}.html").write_text(html, "utf-8")
    project = Project(folder)
    return [str(fault) for fault in compare.of_site(project, project.site)]


RIGHT = (
    BLOCK.format("python", "write.py", WRITE),
    BLOCK.format("python", "read.py", READ),
    BLOCK.format("text", "Output", "kept\n"),
)


def test_a_page_that_shows_what_runs_is_right(notes: Path) -> None:
    assert built(notes, *RIGHT) == []


def test_a_program_that_nothing_runs_is_named(notes: Path) -> None:
    more = BLOCK.format("python", "more.py", "print('more')\n")
    assert built(notes, *RIGHT, more) == [
        "docs/notes.md:1: the page shows a program that is not run: print('more')\n"
        "write it as a ``` fence, outside quotes, that embeds a snippet"
    ]


def test_an_output_elsewhere_is_named(notes: Path) -> None:
    assert built(notes, RIGHT[2], *RIGHT[:2]) == [
        "docs/notes.md:11: the built page shows elsewhere the output of read.py as it is"
    ]


@pytest.mark.parametrize("index", [0, 1])
def test_an_altered_program_is_told_with_its_first_line_that_differs(
    notes: Path, index: int
) -> None:
    blocks = list(RIGHT)
    blocks[index] = blocks[index].replace("Path(", "Path (")
    (said,) = built(notes, *blocks)
    assert "runs, but the built page does not show it as it is; its line 3 is " in said
    assert "and there it is '" in said
    assert "Path (" in said


def test_a_page_that_is_not_built_is_named_with_the_setting(notes: Path) -> None:
    config = notes / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "\nexclude_docs: notes.md\n", "utf-8")
    (notes / "site").mkdir()
    said = compare.of_site(Project(notes), notes / "site")
    assert [str(fault) for fault in said] == [
        "docs/notes.md:1: the built site does not have this page; "
        "see exclude_docs in mkdocs.yml"
    ]


def test_a_page_of_another_ending_is_not_overlooked(notes: Path) -> None:
    built(notes, *RIGHT)
    (notes / "docs" / "other.markdown").write_text(PAGE, "utf-8")
    assert built(notes, RIGHT[0], page="other.markdown") == [
        "docs/other.markdown:1: the site shows this page, but no test reads it; "
        "its name must end in .md"
    ]
