"""What is computed for the look of pages says what was printed, where a reader looks."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import lxml.html
import pytest

from guide import choosing, results
from theme.hooks import contents, terms
from twicetold.base.project import Project


def cells(site: Path, page: str) -> list[list[tuple[str, str]]]:
    """Return what each cell of a page's first table says, and by which colour it is marked."""
    tree = lxml.html.parse(site / page / "index.html")
    rows = tree.xpath("(//article//table[.//@data-is])[1]//tbody/tr")
    return [[(cell.text_content(), cell.get("data-is", "")) for cell in row] for row in rows]


@pytest.mark.parametrize(
    ("page", "output"),
    [
        ("reference/what-survives", "matrix.out"),
        ("reference/transaction-modes", "read.new.out"),
        ("reference/versions", "table.311.out"),
        ("reference/pragmas", "where.out"),
    ],
)
def test_a_table_of_results_has_each_line_that_a_program_printed(
    project: Project, site: Path, page: str, output: str
) -> None:
    _, *printed = results.columns((project.snippets / page / output).read_text("utf-8"))
    shown = cells(site, page)
    if output.startswith("table"):  # where the second column names what a row is about
        printed = [[row[1], row[0], *row[2:]] for row in printed]
    assert [row[0][0] for row in shown] == [row[0] for row in printed]
    for row, said in zip(shown, printed, strict=True):
        for (text, kind), word in zip(row, said, strict=False):
            assert text == word or word in {"0", "other"} or word in text, said
            assert kind != "good" or word not in {"0", "refused", "other"}, said


def test_what_to_choose_is_read_from_what_programs_printed(
    project: Project, site: Path, tmp_path: Path
) -> None:
    page = lxml.html.parse(site / "choose" / "index.html")
    rows = page.xpath("//article//tr[td[@data-is]]")
    shown = {row[0].text_content(): [cell.text_content() for cell in row[1:]] for row in rows}
    assert shown["Keeps the changes of two writers"] == ["loses one"] * 3 + ["yes"]
    assert all(row.xpath("td[1]//a") or len(row.xpath("td//a")) == 4 for row in rows)

    shutil.copytree(project.snippets, tmp_path / "snippets")
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(project.root / name, tmp_path)
    printed = tmp_path / "snippets/choose/visits.out"
    printed.write_text("JSON: 1\npickle: 2\nSQLite: 1\n", "utf-8")
    first, *_ = choosing.rows(Project(tmp_path)).splitlines()
    assert [cell.split(" {")[0] for cell in first.split(" | ")[1:]] == [
        "loses one",
        "yes",
        "loses one",
        "loses one",
    ]


def test_columns_that_move_are_not_taken_for_the_same() -> None:
    assert results.columns("a b  c\nx    y\n\nz    \n") == [["a b", "c"], ["x", "y"], ["z", ""]]
    assert results.columns("a b   c\nx    y\n") != [["a b", "c"], ["x", "y"]]


def test_a_long_page_has_its_contents_below_its_first_paragraph() -> None:
    part = SimpleNamespace(url="#b", title="<code>b</code>", children=[])
    config = SimpleNamespace(mdx_configs={"toc": {"title": "On this page"}})
    for parts, meta, there in ((3, {}, True), (2, {}, False), (3, {"hide": ["toc"]}, False)):
        top = SimpleNamespace(url="#a", title="a", children=[part] * parts)
        page = SimpleNamespace(toc=[top], meta=meta)
        html = contents.on_page_content(
            "<h1>a</h1><p>b</p><p>c</p>", page=page, config=config, files=None
        )
        assert html.startswith("<h1>a</h1><p>b</p>") and html.endswith("<p>c</p>")
        assert html.count('<a href="#b"><code>b</code></a>') == parts * there


def test_a_term_is_marked_once_in_a_section_and_in_no_link() -> None:
    term = '<abbr title="kept">commit</abbr>'
    html = f"<p>{term} {term}</p><h2>{term}</h2><a>{term}</a> {term} <strong>{term}</strong>"
    assert terms.on_page_content(html, page=None, config=None, files=None) == (
        f"<p>{term} commit</p><h2>commit</h2><a>commit</a> {term} <strong>commit</strong>"
    )


def test_the_menu_shows_all_pages_and_where_one_is(site: Path, project: Project) -> None:
    pages = len([key for key in project.navigation if "blog/posts" not in key])
    for page, name, parts in (
        ("", "Home", 0),
        ("sqlite/locked", "database is locked", 1),
        ("tutorial/lost", "Why did my data disappear?", 1),
    ):
        tree = lxml.html.parse(site / page / "index.html")
        (menu,) = tree.xpath("//nav[@class='tree']")
        assert len(menu.xpath(".//a")) == pages + 1  # and the source
        assert [each.text for each in menu.xpath(".//a[@aria-current]")] == [name]
        assert len(menu.xpath("./ul/li/details[@open]")) == parts
    assert tree.xpath("string(//*[@class='steps']/p)") == "Tutorial: 2 of 5"


def test_the_first_page_is_named_once(site: Path, project: Project) -> None:
    tree = lxml.html.parse(site / "index.html")
    assert tree.xpath("string(//title)") == project.config["site_name"]
